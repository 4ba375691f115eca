import net from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isLocalAddress, printToNetwork } from '../../../src/main/printer/network-printer.ts';
import { startSlipPrinter, type PrinterMood, type SlipPrinter } from '../../services/slip-printer.ts';

const FAST = { connectMs: 400, statusMs: 150, sendMs: 600, drainMs: 100 } as const;
const BYTES = Buffer.from('Hola\n');

let printer: SlipPrinter | null = null;
afterEach(async () => {
  await printer?.stop();
  printer = null;
});

async function print(mood: PrinterMood, talkative = new Set<string>()) {
  printer = await startSlipPrinter(mood);
  let begun = 0;
  const beganMs = performance.now();
  const place = { host: '127.0.0.1', port: printer.port };
  const result = await printToNetwork(place, BYTES, () => (begun += 1), { talkative, limits: FAST });
  expect(performance.now() - beganMs).toBeLessThan(2_500);
  return { result, begun };
}

test('a printer that tells its state is asked first and confirms at the end', async () => {
  expect(await print('answers')).toEqual({ result: { ok: true, isPaperLow: false }, begun: 1 });
});

test('a printer that is low on paper prints, and says so', async () => {
  expect(await print('paper-low')).toEqual({ result: { ok: true, isPaperLow: true }, begun: 1 });
});

test.each(['no-paper', 'cover-open'] as const)('nothing begins on a printer that says %s', async (mood) => {
  expect(await print(mood)).toEqual({ result: { ok: false, why: mood, hasBegun: false }, begun: 0 });
});

test('a printer that never told its state gets the slip; one that did and is silent now does not', async () => {
  expect(await print('mute')).toEqual({ result: { ok: true, isPaperLow: false }, begun: 1 });
  await printer?.stop();
  printer = await startSlipPrinter('answers');
  const talkative = new Set<string>();
  const place = { host: '127.0.0.1', port: printer.port };
  const options = { talkative, limits: FAST };
  await printToNetwork(place, BYTES, () => undefined, options);
  printer.mood = 'hangs';
  expect(await printToNetwork(place, BYTES, () => undefined, options)).toEqual({
    ok: false,
    why: 'stuck',
    hasBegun: false,
  });
});

test.each([
  ['dies', 'offline'],
  ['swallows', 'stuck'],
] as const)('a printer that %s in the middle leaves it open what was printed', async (mood, why) => {
  expect(await print(mood)).toEqual({ result: { ok: false, why, hasBegun: true }, begun: 1 });
});

test('nobody listens, no such name, no address: each is said, and nothing begins', async () => {
  const options = { talkative: new Set<string>(), limits: FAST };
  const free = net.createServer();
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
  const { port } = free.address() as net.AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const ask = (host: string) => printToNetwork({ host, port }, BYTES, () => expect.unreachable(), options);
  expect(await ask('127.0.0.1')).toMatchObject({ why: 'offline', hasBegun: false });
  expect(await ask('')).toMatchObject({ why: 'missing' });
  expect(await ask('printer.invalid')).toMatchObject({ why: 'missing' });
});

test.each(['8.8.8.8', '100.64.0.1', '172.32.0.1', '192.169.0.1', '2001:db8::1', '::ffff:8.8.8.8', '0.0.0.0'])(
  '%s is not in the house, so no slip goes there',
  async (host) => {
    const options = { talkative: new Set<string>(), limits: FAST };
    const result = await printToNetwork({ host, port: 9100 }, BYTES, () => expect.unreachable(), options);
    expect(result).toEqual({ ok: false, why: 'elsewhere', hasBegun: false });
  },
);

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.1',
  '192.168.1.50',
  '169.254.7.7',
  '::1',
  'fe80::1',
  'fd00::1',
])('%s is in the house', (address) => expect(isLocalAddress(address)).toBe(true));

test('what the note of a slip throws ends the printing before the first byte', async () => {
  printer = await startSlipPrinter('answers');
  const place = { host: '127.0.0.1', port: printer.port };
  const failing = (): void => {
    throw new Error('The disk is full');
  };
  const options = { talkative: new Set<string>(), limits: FAST };
  await expect(printToNetwork(place, BYTES, failing, options)).rejects.toThrow('The disk is full');
  expect(printer.bytes()).toHaveLength(0);
});

test.each([
  [
    'a web server that answers with a page',
    'HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n\r\n<html>',
    false,
  ],
  ['a web server that keeps quiet about its page', 'HTTP/', false],
  ['a program that talks without an end', 'x'.repeat(5_000), false],
  ['a page that drips', 'HTTP/1.1 302 Found\r\nLocation: http://other/\r\n\r\n', true],
])('%s is no printer: nothing is said to be printed', async (_what, said, drips) => {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', () => undefined);
    let at = 0;
    const drip = setInterval(() => socket.write(said.slice(at, (at += drips ? 1 : said.length))), 5);
    socket.on('close', () => clearInterval(drip));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as net.AddressInfo;
  let begun = 0;
  const place = { host: '127.0.0.1', port };
  const result = await printToNetwork(place, BYTES, () => (begun += 1), {
    talkative: new Set(),
    limits: FAST,
  });
  for (const socket of sockets) socket.destroy();
  server.close();
  expect(result).toMatchObject({ ok: false });
  expect(begun).toBe(0);
});
