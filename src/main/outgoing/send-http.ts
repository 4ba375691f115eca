import { createHmac } from 'node:crypto';
import type { OutgoingTrouble } from '../../shared/settings/outgoing.ts';
import type { SendOutcome } from '../core/outbox/types.ts';
import { parseRetryAfter } from '../core/support/retry-after.ts';
import { toNetFailure, type Fetch, type NetFailureKind } from '../core/support/way-out.ts';
import { createLeave } from '../leave.ts';
import { fetchFor } from '../loopback-fetch.ts';

const TIMEOUT_MS = 15_000;
/** With these the same message would be refused again. 410: the receiver wants no more. */
const FINAL: readonly number[] = [400, 410, 413, 415, 422];
const TROUBLES: Readonly<Record<NetFailureKind, OutgoingTrouble>> = {
  dns: 'dns',
  timeout: 'timeout',
  unreachable: 'unreachable',
  certificate: 'certificate',
  proxy: 'proxy',
  garbled: 'garbled',
  unknown: 'unknown',
};

export type OutgoingRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The place answers in JSON: a web page in its place took nothing. */
  readonly isJsonAnswered?: boolean;
};
export type SendOutgoing = (request: OutgoingRequest) => Promise<SendOutcome>;

/** Returns how one request is sent: within a time limit, no redirect followed, the body of the answer not read. */
export function createSendOutgoing({
  fetch,
  localMs,
  timeoutMs = TIMEOUT_MS,
}: {
  readonly fetch: Fetch;
  readonly localMs: () => number;
  readonly timeoutMs?: number;
}): SendOutgoing {
  return async ({ method, url, headers = {}, body, isJsonAnswered = false }) => {
    const leave = createLeave({ ms: timeoutMs });
    try {
      const request = new Request(url, {
        method,
        headers,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
      });
      const answer = await fetchFor(url, fetch)(request, leave.signal);
      const isPage = /\bhtml\b/i.test(answer.headers.get('content-type') ?? '');
      if (answer.ok && isPage && isJsonAnswered) return failed('garbled', answer.status);
      const wishMs = parseRetryAfter(answer.headers.get('retry-after'), { nowMs: localMs() });
      return outcomeOf(answer.status, wishMs);
    } catch (error) {
      const trouble = leave.isLate() ? 'timeout' : TROUBLES[toNetFailure(error).kind];
      return failed(trouble, null);
    } finally {
      leave.end();
    }
  };
}

function failed(trouble: OutgoingTrouble, status: number | null): SendOutcome {
  return { kind: 'failed', trouble, status, isFinal: false, retryAfterMs: null };
}

function outcomeOf(status: number, wishMs: number | null): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const isFinal = FINAL.includes(status);
  return { kind: 'failed', trouble: troubleOf(status), status, isFinal, retryAfterMs: wishMs };
}

function troubleOf(status: number): OutgoingTrouble {
  if (status >= 300 && status < 400) return 'redirect';
  return status === 429 || status >= 500 ? 'busy' : 'refused';
}

/**
 * Returns the headers that prove who sent a message and which one it is. The time is that of the try. Source: Standard
 * Webhooks, "Webhook headers". `secret`: `whsec_` and base64.
 */
export function signedHeaders(
  { id, body, atMs }: { readonly id: string; readonly body: string; readonly atMs: number },
  secret: string,
): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(atMs / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
}
