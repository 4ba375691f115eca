import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { onTestFinished } from 'vitest';

const TLS_DIR = path.join(import.meta.dirname, '../fixtures/tls');
export const CA = readTls('ca.pem');

export function readTls(name: string): string {
  return fs.readFileSync(path.join(TLS_DIR, name), 'utf8');
}

export type Front = {
  readonly url: string;
  readonly port: number;
  /** Connections so far. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

/**
 * The public side as a proxy in front of the tunnel has it: every connection goes on to `target`, and gets 502 when the
 * target does not answer. TLS unless `certificate` is null.
 */
export async function startFront(
  target: net.NetConnectOpts,
  { certificate = 'server.pem', port = 0 }: { certificate?: string | null; port?: number } = {},
): Promise<Front> {
  const open = new Set<net.Socket>();
  let connections = 0;
  const relay = (socket: net.Socket): void => {
    connections += 1;
    open.add(socket);
    const onward = net.connect(target);
    open.add(onward);
    onward.setNoDelay(true);
    onward.on('error', () =>
      socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
    );
    socket.on('error', () => onward.destroy());
    socket.on('close', () => {
      open.delete(socket);
      onward.destroy();
    });
    onward.on('close', () => open.delete(onward));
    socket.pipe(onward).pipe(socket);
  };
  const server =
    certificate === null
      ? net.createServer({ allowHalfOpen: true }, relay)
      : tls.createServer({ key: readTls('server.key'), cert: readTls(certificate) }, relay);
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const close = (): Promise<void> =>
    new Promise((closed) => {
      for (const socket of open) socket.destroy();
      server.close(() => closed());
    });
  onTestFinished(close);
  const address = server.address() as net.AddressInfo;
  const scheme = certificate === null ? 'http' : 'https';
  return {
    url: `${scheme}://127.0.0.1:${String(address.port)}`,
    port: address.port,
    connections: () => connections,
    close,
  };
}
