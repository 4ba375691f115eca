import { randomBytes } from 'node:crypto';
import { errorAnswer, jsonAnswer } from './http-answer.ts';
import type { Answer } from './http-answer.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Switches } from './switches.ts';

export type Client = { readonly id: string; readonly secret: string };

export type Access = {
  /** `POST /v2/oauth/token`. Source: docs/partner-api.md, "Sign-in". */
  readonly issue: (contentType: string, body: string) => Answer;
  readonly isAllowed: (authorization: string | undefined) => boolean;
  /** Revokes every issued token; static tokens stay valid. */
  readonly revokeIssued: () => void;
  readonly tokens: () => readonly string[];
  readonly setTokens: (tokens: readonly string[]) => void;
};

export function createAccess(deps: {
  readonly tokens: readonly string[];
  readonly clients: readonly Client[];
  readonly chainId: string;
  readonly switches: () => Switches;
  readonly rateLimit: RateLimit;
  readonly now: () => number;
}): Access {
  let tokens = deps.tokens;
  const issued = new Map<string, number>();

  const issue = (contentType: string, body: string): Answer => {
    const { errorBody, tokenSeconds, tokenRateLimitPerMinute } = deps.switches();
    // A JSON body is not read at all, so every field is missing.
    const isForm = contentType.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
    const form = new URLSearchParams(isForm ? body : '');
    const clientId = form.get('client_id');
    if (clientId === null || clientId === '') return errorAnswer(400, 'client_id is required', errorBody);
    const waitMs = deps.rateLimit.take(`token ${clientId}`, tokenRateLimitPerMinute);
    if (waitMs > 0) return errorAnswer(429, 'Too many requests', errorBody);
    if (form.get('grant_type') !== 'client_credentials') {
      return errorAnswer(400, 'grant_type must be client_credentials', errorBody);
    }
    const secret = form.get('client_secret');
    if (!deps.clients.some((client) => client.id === clientId && client.secret === secret)) {
      return errorAnswer(401, 'Invalid client credentials', errorBody);
    }
    const token = likeJwt({ sub: clientId, chain: deps.chainId, exp: deps.now() + tokenSeconds * 1000 });
    issued.set(token, deps.now() + tokenSeconds * 1000);
    return jsonAnswer(200, { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds });
  };

  return {
    issue,
    isAllowed: (authorization) => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return false;
      const { authAccepts } = deps.switches();
      if (authAccepts !== 'oauth' && tokens.includes(token)) return true;
      return authAccepts !== 'static' && (issued.get(token) ?? 0) > deps.now();
    },
    revokeIssued: () => issued.clear(),
    tokens: () => tokens,
    setTokens: (next) => {
      tokens = next;
    },
  };
}

/** Looks like a JWT with its three parts; it is not meant to be verified. */
function likeJwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(32).toString('base64url')}`;
}
