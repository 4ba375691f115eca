import type { PartnerError } from '../../shared/partner.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Urgency } from '../core/sync/types.ts';
import type { Auth, SignInWith } from './auth.ts';
import { errorOfAnswer, partnerError } from './errors.ts';
import { isForeign } from './foreign-answer.ts';
import { parseInSlices } from './wire/parse-in-slices.ts';
import type { HttpAnswer } from './foreign-answer.ts';
import type { SendHttp } from './http.ts';

/** A timer may fire slightly early; a call that waited as required is not refused for that. */
const SLACK_MS = 100;

export type GetJson = (
  signIn: SignInWith,
  url: string,
  signal?: AbortSignal,
  urgency?: Urgency,
) => Promise<Result<unknown, PartnerError>>;

/**
 * A signed-in GET. A 401 gets one new token and one repetition. While the `Retry-After` of an address runs nothing is sent
 * there unless a person waits: the call is answered 'rate-limited' with what is left of it. A call `aside` changes neither
 * for the others. Source: docs/partner-api.md, "Sign-in" and "Rate limit".
 */
export function createGetJson(deps: {
  readonly auth: Auth;
  readonly send: SendHttp;
  readonly acquire: (signal?: AbortSignal, urgency?: Urgency) => Promise<void>;
  readonly monotonicMs: () => number;
  readonly nowMs: () => number;
}): GetJson {
  let held = { apiUrl: '', untilMs: Number.NEGATIVE_INFINITY, wallUntilMs: Number.NEGATIVE_INFINITY };

  // The monotonic clock may stand still while the computer sleeps, and the wall clock may be set back.
  const heldForMs = (): number =>
    Math.ceil(Math.min(held.untilMs - deps.monotonicMs(), held.wallUntilMs - deps.nowMs()));

  const tryOnce = async (
    signIn: SignInWith,
    url: string,
    signal: AbortSignal | undefined,
    urgency: Urgency | undefined,
  ): Promise<Result<HttpAnswer & { readonly token: string }, PartnerError>> => {
    await deps.acquire(signal, urgency);
    const token = await deps.auth.token(signIn, signal);
    if (!token.ok) return token;
    const headers = { Authorization: `Bearer ${token.value}` };
    const answer = await deps.send({ method: 'GET', url, headers, signal, secrets: [token.value] });
    return answer.ok ? ok({ ...answer.value, token: token.value }) : answer;
  };

  const get: GetJson = async (signIn, url, signal, urgency) => {
    let answer = await tryOnce(signIn, url, signal, urgency);
    if (answer.ok && isOfToken(answer.value) && urgency !== 'aside') {
      // Also after a 403: a right that was given meanwhile is only in a new token.
      deps.auth.refuse(answer.value.token);
      if (answer.value.status === 401) answer = await tryOnce(signIn, url, signal, urgency);
    }
    if (!answer.ok) return answer;
    const { status, body, token } = answer.value;
    // An empty response is valid here: the caller decides whether it may be empty.
    if (status === 204 || (status === 200 && /^\s*(?:null\s*)?$/.test(body))) return ok(null);
    if (status !== 200 || isForeign(answer.value)) {
      return err(errorOfAnswer(answer.value, { nowMs: deps.nowMs(), secrets: [token] }));
    }
    const json = await parseInSlices(body).catch(notJson);
    return json === null ? err(partnerError('bad-response', { status, detail: 'not JSON' })) : ok(json);
  };

  return async (signIn, url, signal, urgency) => {
    const { apiUrl } = signIn;
    const leftMs = held.apiUrl === apiUrl ? heldForMs() : 0;
    if (leftMs > SLACK_MS && urgency !== 'person')
      return err(partnerError('rate-limited', { retryAfterMs: leftMs }));
    const answer = await get(signIn, url, signal, urgency);
    if (!answer.ok && answer.error.retryAfterMs !== null && urgency !== 'aside') {
      const { retryAfterMs } = answer.error;
      held = { apiUrl, untilMs: deps.monotonicMs() + retryAfterMs, wallUntilMs: deps.nowMs() + retryAfterMs };
    }
    return answer;
  };
}

/** Returns true when the platform refuses the token. An intermediary's refusal says nothing about it. */
function isOfToken(answer: HttpAnswer): boolean {
  return (answer.status === 401 || answer.status === 403) && !isForeign(answer);
}

function notJson(error: unknown): null {
  if (error instanceof SyntaxError) return null;
  throw error;
}
