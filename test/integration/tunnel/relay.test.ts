import net from 'node:net';
import { Duplex } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { relayTo } from '../../../src/main/tunnel/ssh.ts';

/** A connection that a server forwards: `sent` is what it brings, `got` what came back. It closes only when it is told to. */
function forwarded() {
  const got: string[] = [];
  const remote = new Duplex({
    allowHalfOpen: true,
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      got.push(chunk.toString());
      done();
    },
  });
  return { remote, got };
}

/** A receiver on a free port. */
async function receiver(serve: (socket: net.Socket) => void): Promise<{ port: number; open: () => number }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    serve(socket);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    open: () => sockets.size,
  };
}

test('a connection that the receiver has closed is not held open by a stranger who stays', async () => {
  const { remote, got } = forwarded();
  const { port } = await receiver((socket) => {
    socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    socket.on('finish', () => socket.destroy());
  });
  relayTo(port, remote);
  await vi.waitFor(() => expect(remote.destroyed).toBe(true), { timeout: 10_000 });
  expect(got.join('')).toContain('408');
});

test('a sender that has said all still gets its answer', async () => {
  const { remote, got } = forwarded();
  const { port, open } = await receiver((socket) => {
    socket.resume();
    socket.on('end', () => setTimeout(() => socket.end('HTTP/1.1 200 OK\r\n\r\n'), 200));
  });
  relayTo(port, remote);
  remote.push('POST / HTTP/1.1\r\n\r\n');
  remote.push(null);
  await vi.waitFor(() => expect(got.join('')).toContain('200 OK'), { timeout: 10_000 });
  await vi.waitFor(() => expect(open()).toBe(0), { timeout: 10_000 });
});
