import { create, isAxiosError } from 'axios';
import { err, ok, type Result } from '../../shared/result.ts';
import { own } from '../../shared/own.ts';
import type { PartnerError } from '../../shared/partner.ts';
import { toNetFailure, type Fetch } from '../core/way-out.ts';
import { decodeBody } from './decode-body.ts';
import { isForeign } from './foreign-answer.ts';
import { errorOfNetwork, partnerError, toDetail } from './errors.ts';

type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
  readonly signal?: AbortSignal | undefined;
  /** What must not appear in an error. */
  readonly secrets: readonly string[];
};
export type HttpAnswer = {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
  readonly contentType?: string | null;
  /** Where a redirect leads. */
  readonly location?: string | null;
};
export type HearTime = (heard: { readonly date: string | null; readonly roundTripMs: number }) => void;
export type SendHttp = (request: HttpRequest) => Promise<Result<HttpAnswer, PartnerError>>;

/**
 * Sends one request and answers whatever status comes back. Never follows a redirect: the token must not reach another
 * host. `timeoutMs` is for the whole exchange, `maxBytes` for the unpacked body. Rejects only when the caller aborts.
 */
export function createSendHttp({
  timeoutMs,
  maxBytes,
  monotonicMs,
  fetch,
  hearTime,
}: {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly monotonicMs: () => number;
  readonly fetch: Fetch;
  /** Gets what every answer of the platform says of the time, whatever its status. Must not throw. */
  readonly hearTime: HearTime;
}): SendHttp {
  const client = create({
    adapter: 'fetch',
    env: { fetch: (input, init) => fetch(input instanceof Request ? input : new Request(input, init)) },
    maxRedirects: 0,
    maxContentLength: maxBytes,
    responseType: 'arraybuffer',
    transformResponse: [],
    validateStatus: () => true,
  });
  return async ({ method, url, headers, form, signal, secrets }) => {
    const timeout = new AbortController();
    const beganMs = monotonicMs();
    // Ends the exchange also when its answer is not wanted any more, such as one that is too long.
    const over = new AbortController();
    const signals = [timeout.signal, over.signal, ...(signal === undefined ? [] : [signal])];
    // An exchange that does not hear that it is over must not hold up whoever waits for it.
    const left = leave([timeout.signal, ...(signal === undefined ? [] : [signal])]);
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      const exchange = client.request<ArrayBuffer>({
        method,
        url,
        headers: { Accept: 'application/json', 'User-Agent': 'Mostrador', ...headers },
        ...(form === undefined ? {} : { data: form }),
        signal: AbortSignal.any(signals),
      });
      const answer = await Promise.race([exchange, left.promise]);
      const said = Object.fromEntries(Object.entries(answer.headers));
      const header = (name: string): string | null => {
        const value: unknown = own(said, name);
        return typeof value === 'string' ? value : null;
      };
      const contentType = header('content-type');
      const heard: HttpAnswer = {
        status: answer.status,
        body: decodeBody(new Uint8Array(answer.data), contentType),
        retryAfter: header('retry-after'),
        contentType,
        location: header('location'),
      };
      if (!isForeign(heard)) hearTime({ date: header('date'), roundTripMs: monotonicMs() - beganMs });
      return ok(heard);
    } catch (error) {
      signal?.throwIfAborted();
      if (timeout.signal.aborted) {
        return err(partnerError('offline', { detail: `no answer within ${String(timeoutMs / 1000)} s` }));
      }
      return err(errorOfFailure(error, secrets));
    } finally {
      clearTimeout(timer);
      left.stop();
      over.abort();
    }
  };
}

/** Rejects as soon as one of the signals is aborted. */
function leave(signals: readonly AbortSignal[]): {
  readonly promise: Promise<never>;
  readonly stop: () => void;
} {
  let onAbort = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    onAbort = () => reject(new Error('aborted'));
  });
  for (const one of signals) {
    if (one.aborted) onAbort();
    one.addEventListener('abort', onAbort, { once: true });
  }
  // Nobody may be waiting any more.
  promise.catch(() => undefined);
  return {
    promise,
    stop: () => {
      for (const one of signals) one.removeEventListener('abort', onAbort);
    },
  };
}

/** Whatever went wrong out there is told as that: nothing of it is a fault of this computer's disk. */
function errorOfFailure(error: unknown, secrets: readonly string[]): PartnerError {
  const answered = isAxiosError(error) && error.code === 'ERR_BAD_RESPONSE';
  // axios says so when the body is too long: somebody did answer.
  if (answered) return partnerError('bad-response', { detail: toDetail(error.message, secrets) });
  const failure = toNetFailure(error);
  const said = error instanceof Error ? error.message : String(error);
  return errorOfNetwork(failure, toDetail([failure.code, said].filter(Boolean).join(': '), secrets));
}
