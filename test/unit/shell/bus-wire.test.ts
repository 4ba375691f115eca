import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodeCall,
  isYes,
  readMessages,
  type BusMessage,
} from '../../../src/main/shell/notifications/bus-wire.ts';

// Written by dbus-next: a yes, a signal, an error.
const YES =
  '6c02000108000000070000002f000000050175000400000006017300040000003a312e390000000007017300040000003a312e320000000008016700017600000162000001000000';
const SIGNAL =
  '6c04000100000000090000007d00000001016f00160000002f5374617475734e6f746966696572576174636865720000020173001d0000006f72672e6b64652e5374617475734e6f74696669657257617463686572000000030173001c0000005374617475734e6f746966696572486f7374526567697374657265640000000007017300040000003a312e3200000000';
const ERROR =
  '6c03000107000000080000006700000004017300290000006f72672e667265656465736b746f702e444275732e4572726f722e53657276696365556e6b6e6f776e00000000000000050175000400000007017300140000006f72672e667265656465736b746f702e44427573000000000801670001730000020000006e6f00';
const CALL =
  '6c0102012b000000040000008800000001016f00160000002f5374617475734e6f746966696572576174636865720000020173001f0000006f72672e667265656465736b746f702e444275732e50726f706572746965730003017300030000004765740000000000060173001d0000006f72672e6b64652e5374617475734e6f74696669657257617463686572000000080167000273730002000000c3b100001e00000049735374617475734e6f746966696572486f73745265676973746572656400';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const said = ({ kind, answers, member }: BusMessage) => [kind, answers, member];

describe('a message of the bus', () => {
  test('a call is written as another program reads it', () => {
    const call = encodeCall({
      serial: 4,
      destination: 'org.kde.StatusNotifierWatcher',
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      args: ['ñ', 'IsStatusNotifierHostRegistered'],
    });
    expect(call.toString('hex')).toBe(CALL);
  });

  test('answers, errors and signals are told apart', () => {
    const { messages, rest } = readMessages(bytes(YES + SIGNAL + ERROR));
    expect(messages.map(said)).toEqual([
      ['answer', 4, null],
      ['signal', null, 'StatusNotifierHostRegistered'],
      ['error', 4, null],
    ]);
    expect(rest).toHaveLength(0);
  });

  test('only a true boolean is a yes', () => {
    const bodies = [YES, SIGNAL, ERROR].map((hex) => readMessages(bytes(hex)).messages[0]?.body);
    expect(bodies.map((body) => body !== undefined && isYes(body))).toEqual([true, false, false]);
    expect(isYes(bytes('0162000000000000'))).toBe(false);
    // Somebody whose bytes stand the other way round.
    expect(isYes(bytes('0162000000000001'))).toBe(true);
  });

  test('however the bytes come in pieces, the same messages come out', () => {
    const all = bytes(YES + SIGNAL + ERROR + CALL);
    const whole = readMessages(all).messages.map(said);
    fc.assert(
      fc.property(fc.array(fc.nat(all.length), { maxLength: 20 }), (cuts) => {
        const ends = [...cuts, all.length].toSorted((a, b) => a - b);
        const read: unknown[] = [];
        let waiting: Buffer = Buffer.alloc(0);
        let from = 0;
        for (const end of ends) {
          const { messages, rest } = readMessages(Buffer.concat([waiting, all.subarray(from, end)]));
          read.push(...messages.map(said));
          waiting = rest;
          from = end;
        }
        expect(read).toEqual(whole);
        expect(waiting).toHaveLength(0);
      }),
    );
  });
});
