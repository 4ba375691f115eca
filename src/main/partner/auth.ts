import type { PartnerError } from '../../shared/partner.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SecretName } from '../../shared/settings/settings.ts';
import type { BoundElsewhere, VaultError } from '../core/settings/types.ts';
import { errorOfAnswer, parseJson, partnerError } from './errors.ts';
import { isForeign } from './foreign-answer.ts';
import type { SendHttp } from './http.ts';
import { tokenAnswer } from './wire/schemas.ts';

/** Reads a secret that goes `to` there, as `keyDestination` puts it. */
export type ReadSecret = (
  name: SecretName,
  to: string,
) => Promise<Result<string | null, VaultError | BoundElsewhere>>;

export type SignInWith = {
  /** Ends in `/v2`. */
  readonly apiUrl: string;
  readonly auth: 'token' | 'client-credentials';
  readonly clientId: string;
  /** Where the key goes, as `keyDestination` puts it. */
  readonly destination: string;
};

export type Auth = {
  /** Returns the token to send now. Rejects only when aborted. */
  readonly token: (signIn: SignInWith, signal?: AbortSignal) => Promise<Result<string, PartnerError>>;
  /** Drops a token that the platform refused, so that the next one is new. */
  readonly refuse: (token: string) => void;
  /** Drops the cached token, so that the next call requests a new one. */
  readonly forget: () => void;
};

const USUAL_SECONDS = 600;
const EARLY_MS = 60_000;
/** What a header can carry in one piece. */
const HEADER_SAFE = /^[\x21-\x7e]+$/;

type Issued = { readonly key: string; readonly token: string; readonly untilMs: number };

/**
 * Both ways to sign in. A static token is read from the keychain each time. An issued token is kept until a minute before
 * it ends; all who need a new one at the same moment share one request. Source: docs/partner-api.md, "Sign-in".
 */
export function createAuth(deps: {
  readonly readSecret: ReadSecret;
  readonly send: SendHttp;
  readonly acquire: () => Promise<void>;
  readonly monotonicMs: () => number;
  readonly nowMs: () => number;
}): Auth {
  let issued: Issued | null = null;
  let renewal: { readonly key: string; readonly done: Promise<Result<string, PartnerError>> } | null = null;

  const readOwn = async (
    name: SecretName,
    { destination }: SignInWith,
  ): Promise<Result<string, PartnerError>> => {
    const read = await deps.readSecret(name, destination);
    if (!read.ok) {
      const code = read.error.code === 'bound-elsewhere' ? 'key-elsewhere' : 'keychain-unavailable';
      return err(partnerError(code, { detail: read.error.detail }));
    }
    const value = (read.value ?? '').trim();
    return value === '' ? err(partnerError('not-configured', { detail: `no ${name}` })) : ok(value);
  };

  const readToken = async (to: SignInWith): Promise<Result<string, PartnerError>> => {
    const read = await readOwn('partner-token', to);
    if (!read.ok) return read;
    // People often paste the whole header, `Bearer` included.
    const token = read.value.replace(/^Bearer\s+/i, '');
    if (HEADER_SAFE.test(token)) return ok(token);
    return err(partnerError('unauthorized', { detail: 'the token holds characters that no token has' }));
  };

  const renew = async (
    signIn: SignInWith,
    secret: string,
    key: string,
  ): Promise<Result<string, PartnerError>> => {
    await deps.acquire();
    const answer = await deps.send({
      method: 'POST',
      url: `${signIn.apiUrl}/oauth/token`,
      headers: {},
      form: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: signIn.clientId,
        client_secret: secret,
      }),
      secrets: [secret],
    });
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    if (status !== 200 || isForeign(answer.value)) {
      return err(toSignInError(errorOfAnswer(answer.value, { nowMs: deps.nowMs(), secrets: [secret] })));
    }
    const read = tokenAnswer.safeParse(parseJson(body));
    if (!read.success || !HEADER_SAFE.test(read.data.access_token)) {
      return err(partnerError('bad-response', { status, detail: 'no access_token' }));
    }
    const lifeMs = (read.data.expires_in ?? USUAL_SECONDS) * 1000;
    const untilMs = deps.monotonicMs() + Math.max(lifeMs - EARLY_MS, lifeMs / 2);
    const token = read.data.access_token;
    // Another secret, or client, may have been saved meanwhile.
    if (renewal?.key === key) issued = { key, token, untilMs };
    return ok(token);
  };

  const issue = async (signIn: SignInWith): Promise<Result<string, PartnerError>> => {
    const secret = await readOwn('partner-client-secret', signIn);
    if (!secret.ok) return secret;
    // With the secret in it: a token that an earlier one got proves nothing of this one.
    const key = [signIn.apiUrl, signIn.clientId, secret.value].join(' ');
    if (issued !== null && issued.key === key && deps.monotonicMs() < issued.untilMs) return ok(issued.token);
    if (renewal?.key === key) return renewal.done;
    const done = renew(signIn, secret.value, key).finally(() => {
      if (renewal?.done === done) renewal = null;
    });
    renewal = { key, done };
    return done;
  };

  return {
    token: async (signIn, signal) => {
      if (signIn.auth === 'token') return readToken(signIn);
      if (signIn.clientId === '') return err(partnerError('not-configured', { detail: 'no client id' }));
      const token = await issue(signIn);
      signal?.throwIfAborted();
      return token;
    },
    refuse: (token) => {
      if (issued?.token === token) issued = null;
    },
    forget: () => {
      issued = null;
    },
  };
}

/** The token address answers 400 as well as 401 to wrong credentials, and knows no order or store. */
function toSignInError(error: PartnerError): PartnerError {
  if (error.code === 'blocked') return error;
  if (error.status === 400) return { ...error, code: 'unauthorized' };
  return error.code === 'not-found' ? { ...error, code: 'bad-response', isRouteMissing: false } : error;
}
