import http from 'node:http';
import net from 'node:net';

export type ConnectProxy = {
  readonly port: number;
  /** Every request so far: the address asked for, and the login. */
  readonly asked: () => readonly { readonly target: string; readonly login: string | null }[];
  readonly stop: () => Promise<void>;
};

/**
 * A company's proxy on loopback. Every name leads to `port` of this computer. With `login` ("user:password") it lets only
 * that one through; with `status` nobody.
 */
export async function startConnectProxy(options: {
  readonly port: number;
  readonly login?: string;
  readonly status?: number;
}): Promise<ConnectProxy> {
  const asked: { target: string; login: string | null }[] = [];
  const open = new Set<net.Socket>();
  const server = http.createServer((_, response) => response.writeHead(400).end());
  server.on('connect', (request, socket: net.Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    const sent = /^Basic (.+)$/.exec(request.headers['proxy-authorization'] ?? '')?.[1];
    const login = sent === undefined ? null : Buffer.from(sent, 'base64').toString('utf8');
    asked.push({ target: request.url ?? '', login });
    if (options.login !== undefined && login !== options.login) {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="shop"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      );
      return;
    }
    if (options.status !== undefined) {
      socket.end(`HTTP/1.1 ${String(options.status)} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
      return;
    }
    const onward = net.connect({ port: options.port, host: '127.0.0.1' });
    open.add(onward);
    onward.on('error', () => socket.destroy());
    onward.on('connect', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    asked: () => asked,
    stop: () =>
      new Promise((stopped) => {
        for (const socket of open) socket.destroy();
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}
