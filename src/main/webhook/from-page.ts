import type { IncomingMessage } from 'node:http';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Returns whether a web page in a browser sent this, on this computer or elsewhere: no platform, gateway or monitor says where
 * a page came from. Somebody who opens the address in a browser is no page.
 * Source: Fetch Metadata (W3C), "Sec-Fetch-Site"; Fetch (WHATWG), "Origin".
 */
export function isFromPage({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  if (headers.origin !== undefined) return true;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'none') return false;
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
}

/**
 * Returns whether it was sent to a foreign name with the very port of this computer: that is how a page calls whose name was
 * turned to this computer behind the browser's back (DNS rebinding). No tunnel names this port.
 */
export function isRebound({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  const [, name, port] = /^(.*):(\d+)$/.exec((headers.host ?? '').toLowerCase()) ?? [];
  return name !== undefined && Number(port) === socket.localPort && !LOOPBACK.includes(name);
}
