import { create, isAxiosError } from 'axios';
import { err, ok, type Result } from '../../shared/result.ts';
import { own } from '../../shared/own.ts';
import type { PartnerError } from '../../shared/partner.ts';
import { createLeave } from '../leave.ts';
import { toNetFailure, type Fetch } from '../core/support/way-out.ts';
import { isForeign, type HttpAnswer } from './foreign-answer.ts';
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
export type OnAnswerTime = (answer: {
  readonly date: string | null;
  /** How long the response had been kept on its way. */
  readonly ageMs?: number;
  readonly roundTripMs: number;
}) => void;
export type SendHttp = (request: HttpRequest) => Promise<Result<HttpAnswer, PartnerError>>;

/**
 * Sends one request and returns the response, whatever its status. Never follows a redirect: the token must not reach
 * another host. `timeoutMs` is for the whole exchange, `maxBytes` for the unpacked body. Rejects only when aborted.
 */
export function createSendHttp({
  timeoutMs,
  maxBytes,
  monotonicMs,
  fetch,
  onTime,
}: {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly monotonicMs: () => number;
  readonly fetch: Fetch;
  /** Receives the platform's time from every response, whatever its status. Must not throw. */
  readonly onTime: OnAnswerTime;
}): SendHttp {
  const client = create({
    adapter: 'fetch',
    env: {
      fetch: (input, init) =>
        fetch(input instanceof Request ? input : new Request(input, init), leaveIn(init)),
    },
    maxRedirects: 0,
    maxContentLength: maxBytes,
    responseType: 'arraybuffer',
    transformResponse: [],
    validateStatus: () => true,
  });
  return async ({ method, url, headers, form, signal, secrets }) => {
    const beganMs = monotonicMs();
    const leave = createLeave({ ms: timeoutMs, caller: signal });
    // A request that ignores its abort must not block the caller.
    const left = whenAborted(leave.signal);
    try {
      const exchange = client.request<ArrayBuffer>({
        method,
        url,
        headers: { ...OWN_HEADERS, ...headers },
        ...(form === undefined ? {} : { data: form }),
        signal: leave.signal,
        fetchOptions: { [LEAVE]: leave.signal },
      });
      const answer = await Promise.race([exchange, left]);
      const said = Object.fromEntries(Object.entries(answer.headers));
      const header = (name: string): string | null => {
        const value: unknown = own(said, name);
        return typeof value === 'string' ? value : null;
      };
      const contentType = header('content-type');
      const read: HttpAnswer = {
        status: answer.status,
        body: decodeBody(new Uint8Array(answer.data), contentType),
        retryAfter: header('retry-after'),
        contentType,
        location: header('location'),
      };
      if (!isForeign(read)) {
        const ageMs = toAgeMs(header('age'));
        onTime({
          date: header('date'),
          ...(ageMs > 0 ? { ageMs } : {}),
          roundTripMs: monotonicMs() - beganMs,
        });
      }
      return ok(read);
    } catch (error) {
      signal?.throwIfAborted();
      if (leave.isLate()) {
        return err(partnerError('offline', { detail: `no answer within ${String(timeoutMs / 1000)} s` }));
      }
      return err(errorOfFailure(error, secrets));
    } finally {
      leave.end();
    }
  };
}

/** What a proxy kept is not what the platform says now. */
const OWN_HEADERS = { Accept: 'application/json', 'User-Agent': 'Mostrador', 'Cache-Control': 'no-cache' };

/** Whole seconds. Source: RFC 9111, 5.1. */
function toAgeMs(age: string | null): number {
  return /^\d{1,9}$/.test(age?.trim() ?? '') ? Number(age) * 1000 : 0;
}

/** Under this name the signal goes through axios, which keeps `signal` itself for the request that it makes. */
const LEAVE = 'leave';

function leaveIn(options: object | undefined): AbortSignal | undefined {
  const leave: unknown = options === undefined ? undefined : Reflect.get(options, LEAVE);
  return leave instanceof AbortSignal ? leave : undefined;
}

/** Rejects as soon as the signal is aborted. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(new Error('aborted'));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  // There may be no one left to handle this rejection.
  aborted.catch(() => undefined);
  return aborted;
}

/** Returns a network error for anything thrown here, so that it is never taken for a fault of the disk. */
function errorOfFailure(error: unknown, secrets: readonly string[]): PartnerError {
  const answered = isAxiosError(error) && error.code === 'ERR_BAD_RESPONSE';
  // axios reports a body that is too long this way: a server did respond.
  if (answered) return partnerError('bad-response', { detail: toDetail(error.message, secrets) });
  const failure = toNetFailure(error);
  const said = error instanceof Error ? error.message : String(error);
  return errorOfNetwork(failure, toDetail([failure.code, said].filter(Boolean).join(': '), secrets));
}

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The text of a body: by its own mark at the beginning, else by what its type says, else as UTF-8. The mark is left out. */
function decodeBody(bytes: Uint8Array, contentType: string | null): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const said = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1];
  return decoderOf(marked ?? said ?? 'utf-8').decode(bytes);
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    // An unknown charset.
    return new TextDecoder();
  }
}
