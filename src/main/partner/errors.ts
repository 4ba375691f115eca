import type { PartnerError, PartnerErrorCode } from '../../shared/partner.ts';
import { parseExactJson } from '../../shared/parse-json.ts';
import { assertNever } from '../../shared/result.ts';
import { parseRetryAfter } from '../core/support/retry-after.ts';
import type { NetFailure } from '../core/support/way-out.ts';
import { isForeign, titleOf, type HttpAnswer } from './foreign-answer.ts';
import { isObject } from './wire/wire-text.ts';
import { toIsoUtc } from './wire/wire-time.ts';

const MAX_DETAIL_CHARS = 500;
const MAX_RETRY_AFTER_MS = 15 * 60_000;
const MIN_SECRET_CHARS = 4;

export function partnerError(
  code: PartnerErrorCode,
  more: Partial<Omit<PartnerError, 'code'>> = {},
): PartnerError {
  return { code, status: null, detail: null, retryAfterMs: null, isRouteMissing: false, ...more };
}

/** Returns the error for a response that is not a success. Source: docs/partner-api.md, "Errors". */
export function errorOfAnswer(
  answer: HttpAnswer,
  { nowMs, secrets }: { readonly nowMs: number; readonly secrets: readonly string[] },
): PartnerError {
  const { status, body } = answer;
  const json = parseJson(body);
  return partnerError(isForeign(answer) ? 'blocked' : codeOfStatus(status), {
    status,
    detail: toDetail(describeBody(json, answer), secrets),
    retryAfterMs: parseRetryAfter(answer.retryAfter, {
      nowMs,
      maxMs: MAX_RETRY_AFTER_MS,
      parseTime: toIsoUtc,
    }),
    isRouteMissing: status === 404 && !isObject(json),
  });
}

function codeOfStatus(status: number): PartnerErrorCode {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 429:
      return 'rate-limited';
    default:
      return 'bad-response';
  }
}

/** Returns the error for a request that got no response. `said`: the description from the network layer. */
export function errorOfNetwork(
  { kind, code, proxy, proxyTrouble }: NetFailure,
  said: string | null,
): PartnerError {
  switch (kind) {
    case 'certificate':
      return partnerError('certificate', { detail: code });
    case 'proxy':
      return partnerError('proxy', { detail: { kind: 'proxy', trouble: proxyTrouble, proxy } });
    case 'garbled':
      return partnerError('bad-response', { detail: said });
    case 'dns':
    case 'timeout':
    case 'unreachable':
    case 'unknown':
      return partnerError('offline', { detail: said });
    default:
      return assertNever(kind);
  }
}

/** Text of the platform that is safe to show and to log: one line, shortened, without the given secrets. */
export function toDetail(text: string, secrets: readonly string[]): string | null {
  let safe = text;
  for (const secret of secrets) {
    if (secret.length < MIN_SECRET_CHARS) continue;
    safe = safe.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
  }
  const line = safe.replace(/\s+/g, ' ').trim().slice(0, MAX_DETAIL_CHARS);
  return line === '' ? null : line;
}

/** Returns the parsed value; null when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch {
    return null;
  }
}

function describeBody(json: unknown, answer: HttpAnswer): string {
  const { body, location = null } = answer;
  if (!isObject(json)) return titleOf(body) ?? (body === '' && location !== null ? location : body);
  const { message, error_description: description, error, errors } = json;
  const said = [message, description, error, errors].map(sentence).find((one) => one !== '');
  return said ?? body;
}

function sentence(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(sentence).filter(Boolean).join('; ');
  return isObject(value) ? sentence(value['message'] ?? value['detail'] ?? value['code']) : '';
}
