import type { TunnelError, TunnelErrorCode } from '../../shared/tunnel.ts';
import { toNetFailure, type NetFailureKind } from '../core/support/way-out.ts';

const CODES: Readonly<Record<Exclude<NetFailureKind, 'proxy'>, TunnelErrorCode>> = {
  dns: 'dns',
  timeout: 'timeout',
  unreachable: 'unreachable',
  certificate: 'tls',
  garbled: 'unreachable',
  unknown: 'unknown',
};

/** What an error of a connection means for the tunnel; `detail` is the system's code. */
export function toNetworkError(error: unknown): TunnelError {
  const { kind, code, proxy, proxyTrouble } = toNetFailure(error);
  if (kind === 'proxy') return { code: 'proxy', detail: { kind: 'proxy', trouble: proxyTrouble, proxy } };
  return { code: CODES[kind], detail: code };
}
