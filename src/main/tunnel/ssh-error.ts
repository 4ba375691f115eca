import type { LinkEvent } from '../core/address/types.ts';
import { toNetworkError } from './network-error.ts';

type Failure = Extract<LinkEvent, { readonly type: 'down' | 'fatal' }>;

/** What an error of ssh2 means. Its `level` says in which step it came; null: the server closed the connection. */
export function toSshFailure(error: unknown): Failure {
  if (error === null) return { type: 'down', error: { code: 'unreachable', detail: null } };
  const level = error instanceof Error && 'level' in error ? error.level : null;
  if (level === 'client-authentication')
    return { type: 'fatal', error: { code: 'auth_failed', detail: null } };
  if (level === 'client-timeout') return { type: 'down', error: { code: 'timeout', detail: null } };
  return { type: 'down', error: toNetworkError(error) };
}
