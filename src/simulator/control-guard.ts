import type { IncomingMessage } from 'node:http';

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);
const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Returns why a request may not control the simulator; null: it may. It must come from this computer, under a loopback
 * name (so a web page whose own name points here is refused), and not from a page of another site.
 */
export function refusal(request: IncomingMessage): string | null {
  const { host, origin } = request.headers;
  if (!LOOPBACK_ADDRESSES.has(request.socket.remoteAddress ?? '')) return 'only this computer may do that';
  if (host === undefined || !LOOPBACK_NAMES.has(host.replace(/:\d+$/, '')))
    return 'the host must be loopback';
  if (origin !== undefined && origin !== `http://${host}`) return 'another site may not do that';
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return 'another site may not do that';
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  // A page of another site cannot send this type, or DELETE and PUT, without a preflight request.
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' ? null : 'the body must be application/json';
}
