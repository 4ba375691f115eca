import type { PartnerError, PartnerErrorCode } from '../../shared/partner.ts';
import { parseExactJson } from '../../shared/parse-json.ts';
import { assertNever } from '../../shared/result.ts';
import { parseRetryAfter } from '../core/support/retry-after.ts';
import type { NetFailure } from '../core/support/way-out.ts';
import { isForeign, titleOf, type HttpAnswer } from './foreign-answer.ts';
import { cut, isObject, toOneLine } from './wire/wire-text.ts';
import { toIsoUtc } from './wire/wire-time.ts';

const MAX_DETAIL_CHARS = 500;
const MAX_RETRY_AFTER_MS = 15 * 60_000;
/** Of a long text only the beginning is cleaned. */
const MAX_READ_CHARS = 16 * 1024;
const MIN_SECRET_CHARS = 4;
/** An error says it on the first few levels. */
const MAX_SAID_DEPTH = 5;

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
  const isOther = isForeign(answer);
  return partnerError(isOther ? 'blocked' : codeOfStatus(status), {
    status,
    detail: toDetail(describeBody(json, answer), secrets),
    // What stands in between cannot say how long the platform wants to be left alone.
    retryAfterMs: parseRetryAfter(isOther ? null : answer.retryAfter, {
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

/**
 * Text of the platform that is safe to show and to log: one line, shortened, without the given secrets and without what
 * cannot be seen.
 */
export function toDetail(text: string, secrets: readonly string[]): string | null {
  // Again afterwards: what cannot be seen may have stood inside a secret.
  const seen = toOneLine(withoutSecrets(text, secrets).slice(0, MAX_READ_CHARS), MAX_READ_CHARS);
  const line = cut(withoutSecrets(seen, secrets), MAX_DETAIL_CHARS);
  return line === '' ? null : line;
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  let safe = text;
  for (const secret of secrets) {
    if (secret.length < MIN_SECRET_CHARS) continue;
    safe = safe.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
  }
  return safe;
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
  const said = [message, description, error, errors].map((one) => sentence(one)).find((one) => one !== '');
  return said ?? body;
}

function sentence(value: unknown, depth = 0): string {
  if (typeof value === 'string' || depth > MAX_SAID_DEPTH) return typeof value === 'string' ? value : '';
  const inner = (one: unknown): string => sentence(one, depth + 1);
  if (Array.isArray(value)) return value.map(inner).filter(Boolean).join('; ');
  return isObject(value) ? inner(value['message'] ?? value['detail'] ?? value['code']) : '';
}
