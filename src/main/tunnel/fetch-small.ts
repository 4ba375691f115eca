import type { Fetch } from '../core/support/way-out.ts';
import { createLeave } from '../leave.ts';
import { fetchFor } from '../loopback-fetch.ts';

const MAX_BYTES = 4 * 1024;

export type SmallAnswer = {
  readonly status: number;
  /** At most 4 kB of it. */
  readonly body: string;
  /** ngrok's own code when it was ngrok that answered; else null. */
  readonly ngrokCode: string | null;
};

/**
 * What every request to an own address says. Each is sent on a connection that is closed after it: one that is kept open
 * would go on reporting a dead tunnel after a new one works.
 */
export const OWN_HEADERS: Readonly<Record<string, string>> = {
  Connection: 'close',
  'User-Agent': 'Mostrador',
  'Cache-Control': 'no-store',
  // ngrok's free plan shows a page to browsers first.
  'ngrok-skip-browser-warning': '1',
};

/** Asks once. Redirects are not followed. Rejects with the connection's error, or when `signal` is aborted. */
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
  // Typed as what it yields: the stream's own type does not say.
  const pieces: AsyncIterable<Uint8Array> | null = body;
  for await (const piece of pieces ?? []) {
    chunks.push(piece);
    bytes += piece.length;
    if (bytes > MAX_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, MAX_BYTES);
}
