import type { Fact } from './fact.ts';
import type { HealthCode } from './health.ts';
import type { TestLight } from '../setup.ts';
import type { TunnelErrorCode } from '../tunnel.ts';

/** What one button can do about a trouble. */
export type Remedy =
  | { readonly kind: 'use-port'; readonly port: number }
  /** The assistant opens at the step that has to be put right. */
  | { readonly kind: 'another-key' | 'check-shop' | 'check-address' | 'webhook-secret' }
  | { readonly kind: 'reconnect' | 'sound-settings' | 'deliveries' };

const BY_CODE: Readonly<Partial<Record<HealthCode, Exclude<Remedy, { kind: 'use-port' }>['kind']>>> = {
  'not-configured': 'check-shop',
  'partner-unauthorized': 'another-key',
  'partner-key-elsewhere': 'another-key',
  'keys-gone': 'another-key',
  'partner-forbidden': 'check-shop',
  'partner-not-found': 'check-shop',
  'partner-no-route': 'check-shop',
  'receiver-no-secret': 'webhook-secret',
  'webhook-wrong-secret': 'webhook-secret',
  'webhook-wrong-address': 'webhook-secret',
  'webhook-not-calling': 'webhook-secret',
  'webhook-unreadable': 'deliveries',
  'webhook-other-shop': 'deliveries',
  'tunnel-broken': 'reconnect',
  'tunnel-failed': 'check-address',
  'sound-volume-zero': 'sound-settings',
};

/** Returns what one button can do about a light; null when only a person can do something, or nobody has to. */
export function remedyOf(code: HealthCode, detail: Fact | null): Remedy | null {
  if (code === 'receiver-port-in-use') {
    const isKnown = detail !== null && typeof detail !== 'string' && detail.kind === 'port';
    return isKnown && detail.suggested !== null ? { kind: 'use-port', port: detail.suggested } : null;
  }
  const kind = BY_CODE[code];
  return kind === undefined ? null : { kind };
}

/** Troubles of the way there, which a new connection may overcome. */
const PASSING: readonly TunnelErrorCode[] = [
  'no_network',
  'binary_crashed',
  'domain_in_use',
  'timeout',
  'reply_lost',
];

/** Returns the same for a line of the test. */
export function remedyFor(why: NonNullable<TestLight['why']>): Remedy | null {
  return why.kind === 'health'
    ? remedyOf(why.code, why.detail)
    : { kind: PASSING.includes(why.error.code) ? 'reconnect' : 'check-address' };
}
