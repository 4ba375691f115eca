import type { OutgoingTrouble } from '../../shared/settings/outgoing.ts';
import { parseHttpDate } from '../../shared/time.ts';
import type { SendOutcome } from '../core/outbox/types.ts';
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
  return async ({ method, url, headers = {}, body }) => {
    const leave = createLeave({ ms: timeoutMs });
    try {
      const request = new Request(url, {
        method,
        headers,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
      });
      const answer = await fetchFor(url, fetch)(request, leave.signal);
      return outcomeOf(answer.status, retryAfterMs(answer.headers.get('retry-after'), localMs()));
    } catch (error) {
      const trouble = leave.isLate() ? 'timeout' : TROUBLES[toNetFailure(error).kind];
      return { kind: 'failed', trouble, status: null, isFinal: false, retryAfterMs: null };
    } finally {
      leave.end();
    }
  };
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

/** In seconds, or a date. Source: RFC 9110, 10.2.3. */
function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = parseHttpDate(header);
  return at === null ? null : Math.max(0, Date.parse(at) - nowMs);
}
