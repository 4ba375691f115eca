import type { Fetch } from '../core/support/way-out.ts';
import { createLeave } from '../leave.ts';
import { fetchFor } from '../loopback-fetch.ts';

const MAX_BYTES = 4 * 1024;

export type SmallAnswer = {
  readonly status: number;
  /** At most the first 4 kB. */
  readonly body: string;
  /** ngrok's error code when ngrok itself responded; else null. */
  readonly ngrokCode: string | null;
};

/**
 * Headers of every request to the app's own addresses. The connection is closed after each request, because one that is
 * kept open would lead to a dead tunnel after a new one already works.
 */
export const OWN_HEADERS: Readonly<Record<string, string>> = {
  Connection: 'close',
  'User-Agent': 'Mostrador',
  'Cache-Control': 'no-store',
  // ngrok's free plan shows browsers a warning page first.
  'ngrok-skip-browser-warning': '1',
};

/**
 * Sends one request and returns the beginning of the response. Does not follow redirects. Rejects with the connection's
 * error, or when `signal` is aborted.
 */
export async function fetchSmall(
  fetch: Fetch,
  url: string,
  { signal }: { readonly signal: AbortSignal },
): Promise<SmallAnswer> {
  const leave = createLeave({ caller: signal });
  try {
    const send = fetchFor(url, fetch);
    const answer = await send(new Request(url, { headers: OWN_HEADERS, redirect: 'manual' }), leave.signal);
    return {
      status: answer.status,
      body: await beginning(answer),
      ngrokCode: answer.headers.get('ngrok-error-code'),
    };
  } finally {
    leave.end();
  }
}

async function beginning({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Typed by hand, because the stream's own type does not say what it yields.
  const pieces: AsyncIterable<Uint8Array> | null = body;
  for await (const piece of pieces ?? []) {
    chunks.push(piece);
    bytes += piece.length;
    if (bytes > MAX_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, MAX_BYTES);
}
