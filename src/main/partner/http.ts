import { create, isAxiosError } from 'axios';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PartnerError } from '../../shared/partner.ts';
import { isLoopback } from './base-url.ts';
import { partnerError, toDetail } from './errors.ts';

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
  hearTime,
}: {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly monotonicMs: () => number;
  /** Gets what every answer says of the time, whatever its status. Must not throw. */
  readonly hearTime: HearTime;
}): SendHttp {
  const client = create({
    adapter: 'http',
    maxRedirects: 0,
    maxContentLength: maxBytes,
    responseType: 'text',
    transformResponse: [],
    validateStatus: () => true,
  });
  return async ({ method, url, headers, form, signal, secrets }) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const beganMs = monotonicMs();
    try {
      const answer = await client.request<string>({
        method,
        url,
        headers: { Accept: 'application/json', 'User-Agent': 'Mostrador', ...headers },
        ...(form === undefined ? {} : { data: form }),
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        // A company's proxy is used for the internet, never to reach this computer itself.
        ...(isLoopback(new URL(url)) ? { proxy: false } : {}),
      });
      const date: unknown = answer.headers['date'];
      hearTime({ date: typeof date === 'string' ? date : null, roundTripMs: monotonicMs() - beganMs });
      const retryAfter: unknown = answer.headers['retry-after'];
      return ok({
        status: answer.status,
        body: answer.data,
        retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (timeout.aborted) {
        return err(partnerError('offline', { detail: `no answer within ${String(timeoutMs / 1000)} s` }));
      }
      return err(errorOfFailure(error, secrets));
    }
  };
}

function errorOfFailure(error: unknown, secrets: readonly string[]): PartnerError {
  if (!isAxiosError(error)) throw error;
  const detail = toDetail([error.code, error.message].filter(Boolean).join(': '), secrets);
  // axios says so when the body is too long or cannot be unpacked: somebody did answer.
  const answered = error.response !== undefined || error.code === 'ERR_BAD_RESPONSE';
  return partnerError(answered ? 'bad-response' : 'offline', {
    detail,
    status: error.response?.status ?? null,
  });
}
