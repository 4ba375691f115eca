import type { TunnelErrorCode } from '../../shared/tunnel.ts';
import { own } from '../../shared/own.ts';
import type { NgrokNews } from './ngrok-messages.ts';

type Failure = Extract<NgrokNews, { readonly type: 'down' | 'fatal' }>;

/** What ngrok's own codes mean here. Source: https://ngrok.com/docs/errors */
const FATAL: Readonly<Record<string, TunnelErrorCode>> = {
  ERR_NGROK_105: 'auth_failed',
  ERR_NGROK_106: 'auth_failed',
  ERR_NGROK_107: 'auth_failed',
  ERR_NGROK_313: 'domain_refused',
  ERR_NGROK_319: 'domain_refused',
  ERR_NGROK_320: 'domain_refused',
};
const PASSING: Readonly<Record<string, TunnelErrorCode>> = {
  ERR_NGROK_108: 'domain_in_use',
  ERR_NGROK_334: 'domain_in_use',
  ERR_NGROK_725: 'quota',
  ERR_NGROK_727: 'quota',
};
const SHORT_FOR = [
  [/tls handshake/i, 'tls'],
  [/tcp connection|dns|resolve/i, 'unreachable'],
] as const;

/** Reads a failure of ngrok's client, whose text may quote the token; none of that text is passed on. */
export function toNgrokFailure(error: unknown): Failure {
  const code = error instanceof Error && 'errorCode' in error ? String(error.errorCode) : null;
  const text = error instanceof Error ? error.message : '';
  const named = code ?? /ERR_NGROK_\d+/.exec(text)?.[0] ?? null;
  const fatal = named === null ? undefined : own(FATAL, named);
  if (fatal !== undefined) return { type: 'fatal', error: { code: fatal, detail: named } };
  const passing = named === null ? undefined : own(PASSING, named);
  if (passing !== undefined) return { type: 'down', error: { code: passing, detail: named } };
  const guess = SHORT_FOR.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
  return { type: 'down', error: { code: guess, detail: named } };
}
