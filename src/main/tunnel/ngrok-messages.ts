import { z } from 'zod';
import { TUNNEL_ERROR_CODES, type TunnelErrorCode } from '../../shared/tunnel.ts';
import { own } from '../../shared/own.ts';

/** The request to the process that runs ngrok's client. The token is passed in no other way. */
export const ngrokRequestSchema = z.object({
  token: z.string(),
  domain: z.string(),
  /** The receiver's port on this computer. */
  port: z.int(),
  /** A server to connect to instead of ngrok's own, with its certificate authority (PEM). */
  ingress: z.object({ address: z.string(), ca: z.string() }).nullable(),
});
export type NgrokRequest = z.infer<typeof ngrokRequestSchema>;

const error = z.object({ code: z.enum(TUNNEL_ERROR_CODES), detail: z.string().nullable() });
/** The messages of that process: events of one connection, and log lines without the token. */
export const ngrokMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('up') }),
  z.object({ type: z.literal('url'), url: z.string() }),
  z.object({ type: z.literal('down'), error }),
  z.object({ type: z.literal('fatal'), error }),
  z.object({ type: z.literal('log'), line: z.string() }),
]);
export type NgrokMessage = z.infer<typeof ngrokMessageSchema>;

type Failure = Extract<NgrokMessage, { readonly type: 'down' | 'fatal' }>;

/** ngrok's error codes that no retry mends. Source: https://ngrok.com/docs/errors */
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

/** Returns the event for an error of ngrok's client. Passes on none of its text, which may contain the token. */
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
