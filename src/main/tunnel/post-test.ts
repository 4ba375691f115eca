import type { TestReply } from '../core/setup/test-facts.ts';
import type { Fetch } from '../core/support/way-out.ts';
import { createLeave } from '../leave.ts';
import { fetchFor } from '../loopback-fetch.ts';
import { OWN_HEADERS } from './fetch-small.ts';
import { toNetworkError } from './network-error.ts';

/** How long the platform waits for a response. Source: docs/partner-api.md, "Webhook". */
const LIMIT_MS = 10_000;

/**
 * Sends a test webhook as the platform does, with the secret in `Authorization`, and returns the response. Follows no
 * redirect. Never rejects.
 */
export async function postTest(
  url: string,
  message: {
    readonly fetch: Fetch;
    readonly body: string;
    readonly secret: string;
    readonly monotonicMs: () => number;
  },
): Promise<TestReply> {
  const beganMs = message.monotonicMs();
  const leave = createLeave({ ms: LIMIT_MS });
  try {
    const request = new Request(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        ...OWN_HEADERS,
        'Content-Type': 'application/json',
        // A header value holds bytes, each written as one character.
        Authorization: Buffer.from(message.secret, 'utf8').toString('latin1'),
      },
      body: message.body,
    });
    const send = fetchFor(url, message.fetch);
    const { status } = await send(request, leave.signal);
    return { ok: true, status, ms: Math.round(message.monotonicMs() - beganMs) };
  } catch (error) {
    return { ok: false, error: leave.isLate() ? { code: 'timeout', detail: null } : toNetworkError(error) };
  } finally {
    leave.end();
  }
}
