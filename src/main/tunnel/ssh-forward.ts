import net from 'node:net';
import type { Duplex } from 'node:stream';

/** Where the server listens, from `8080`, `127.0.0.1:8080` or `/path/of/a.sock`. Without a host it is the server's loopback. */
export function bindOf(
  remoteBind: string,
): { readonly path: string } | { readonly host: string; readonly port: number } {
  if (remoteBind.startsWith('/')) return { path: remoteBind };
  const colon = remoteBind.lastIndexOf(':');
  const host = colon === -1 ? 'localhost' : remoteBind.slice(0, colon);
  // OpenSSH's name for all of the server's addresses.
  return { host: host === '*' ? '' : host, port: Number(remoteBind.slice(colon + 1)) };
}

/** Leads what came in at the server to the receiver, both ways, until either end is done. */
export function relayTo(port: number, remote: Duplex): void {
  const local = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  local.setNoDelay(true);
  const drop = (): void => {
    local.destroy();
    remote.destroy();
  };
  local.on('error', drop);
  remote.on('error', drop);
  remote.on('close', () => local.destroy());
  remote.pipe(local).pipe(remote);
}
