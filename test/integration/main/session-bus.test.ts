import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectSessionBus } from '../../../src/main/shell/notifications/session-bus.ts';

/** A bus that lets everybody in and answers nothing. */
async function startBus() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-bus-'));
  const socketFile = path.join(folder, 'bus');
  const called = Promise.withResolvers<net.Socket>();
  const server = net.createServer((socket) => {
    called.resolve(socket);
    socket.once('data', () => socket.write('OK 0123456789abcdef0123456789abcdef\r\n'));
    socket.on('error', () => undefined);
  });
  server.listen(socketFile);
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return { called: called.promise, address: `unix:path=${socketFile}` };
}

// Written by dbus-next: a host of trays is registered.
const SIGNAL = Buffer.from(
  '6c04000100000000090000007d00000001016f00160000002f5374617475734e6f746966696572576174636865720000020173001d0000006f72672e6b64652e5374617475734e6f74696669657257617463686572000000030173001c0000005374617475734e6f746966696572486f7374526567697374657265640000000007017300040000003a312e3200000000',
  'hex',
);

function connect(address: string, onSignal: () => void = () => undefined) {
  const ended = Promise.withResolvers<Error | null>();
  const faults: unknown[] = [];
  const bus = connectSessionBus({
    address,
    userId: 0,
    signals: [],
    onSignal,
    onFault: (error) => void faults.push(error),
    onEnd: ended.resolve,
  });
  return { bus, faults, ended: ended.promise };
}

test('a connection that the app itself ends is no failure', async () => {
  const { called, address } = await startBus();
  const { bus, ended } = connect(address);
  const socket = await called;
  await once(socket, 'data');
  await once(socket, 'data');
  bus.stop();
  expect(await ended).toBeNull();
});

test('one that the bus ends is', async () => {
  const { called, address } = await startBus();
  const { ended } = connect(address);
  const socket = await called;
  await once(socket, 'data');
  socket.end();
  expect(await ended).toMatchObject({ message: 'The bus ended the connection' });
});

test('one who throws when told of a signal ends neither the connection nor the next signal', async () => {
  const { called, address } = await startBus();
  let heard = 0;
  const { bus, faults, ended } = connect(address, () => {
    heard += 1;
    if (heard === 1) throw new Error('no window');
  });
  const socket = await called;
  await once(socket, 'data');
  socket.write(Buffer.concat([SIGNAL, SIGNAL]));
  socket.write(SIGNAL);
  await expect.poll(() => heard).toBe(3);
  expect(faults).toEqual([new Error('no window')]);
  bus.stop();
  expect(await ended).toBeNull();
});
