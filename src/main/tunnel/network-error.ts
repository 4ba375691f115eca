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

/** Returns the tunnel error for a failed connection; its `detail` is the system's error code. */
export function toNetworkError(error: unknown): TunnelError {
  const { kind, code, proxy, proxyTrouble } = toNetFailure(error);
  if (kind === 'proxy') return { code: 'proxy', detail: { kind: 'proxy', trouble: proxyTrouble, proxy } };
  return { code: CODES[kind], detail: code };
}
