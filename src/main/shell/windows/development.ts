import { setTimeout as delay } from 'node:timers/promises';

const TRY_EVERY_MS = 250;
const LONGEST_END_MS = 15_000;

/** Allows what hot reload needs: inline styles, one inline script, and a connection to the server. */
function policyFor(server: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    `connect-src 'self' ${server} ${server.replace(/^http/, 'ws')}`,
  ].join('; ');
}

/** Returns the response of the `npm run dev` server for a page's address. */
export async function fetchPage(server: string, url: string): Promise<Response> {
  const { pathname, search } = new URL(url);
  const { status, headers, body } = await fetch(new URL(pathname + search, server));
  return new Response(body, {
    status,
    headers: {
      'content-type': headers.get('content-type') ?? 'application/octet-stream',
      'content-security-policy': policyFor(server),
      'cache-control': 'no-store',
    },
  });
}

/** Waits for the previous run to end, because `npm run dev` starts the next one too early. Returns whether it ended. */
export async function untilEnded(isLockTaken: () => boolean): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < LONGEST_END_MS; waitedMs += TRY_EVERY_MS) {
    await delay(TRY_EVERY_MS);
    if (isLockTaken()) return true;
  }
  return false;
}
