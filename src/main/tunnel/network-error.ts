import type { TunnelError, TunnelErrorCode } from '../../shared/tunnel.ts';
import { own } from '../../shared/own.ts';

const CODES: Readonly<Record<string, TunnelErrorCode>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_NODATA: 'dns',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EPIPE: 'unreachable',
};
const TLS = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO$)/;

/** What an error of a connection means for the tunnel; `detail` is the system's code. */
export function toNetworkError(error: unknown): TunnelError {
  const code = codeOf(error);
  if (code === null) return { code: 'unknown', detail: null };
  return { code: own(CODES, code) ?? (TLS.test(code) ? 'tls' : 'unknown'), detail: code };
}

function codeOf(error: unknown): string | null {
  // A name with several addresses fails once for each.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return null;
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
