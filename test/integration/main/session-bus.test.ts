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

function connect(address: string) {
  const ended = Promise.withResolvers<Error | null>();
  const bus = connectSessionBus({
    address,
    userId: 0,
    signals: [],
    onSignal: () => undefined,
    onEnd: ended.resolve,
  });
  return { bus, ended: ended.promise };
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
