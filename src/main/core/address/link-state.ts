import type { TunnelError, TunnelErrorCode, TunnelState } from '../../../shared/tunnel.ts';
import type { ProbeResult } from './types.ts';

/** State of a tunnel that should be running; changed only by the functions of this file. */
export type TunnelWatch = {
  readonly state: Exclude<TunnelState, 'stopped'>;
  readonly link: 'opening' | 'up' | 'down';
  /** Failed probes in a row on this connection. */
  readonly misses: number;
  /** Connections in a row without a successful probe, the present one included. */
  readonly attempt: number;
  /** The computer slept or changed its network: the connection may be dead without having noticed. */
  readonly isSuspect: boolean;
  readonly error: TunnelError | null;
};

export const NEW_WATCH: TunnelWatch = {
  state: 'starting',
  link: 'down',
  misses: 0,
  attempt: 0,
  isSuspect: false,
  error: null,
};

const OFFLINE_AFTER = 3;
/** Some providers need this long to make a new address reachable. */
const STARTING_PATIENCE_MS = 45_000;
const STARTING_EVERY_MS = 1_000;
const FAST_MS = 5_000;
const FAST_MAX_MS = 60_000;
/** How long a received webhook counts as proof, in milliseconds. */
export const TRUST_INBOUND_MS = 15 * 60_000;
const RECYCLE_BASE_MS = 10_000;
const RECYCLE_MAX_MS = 300_000;
const REOPEN_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
const NO_NETWORK_MS = 30_000;
const QUOTA_MS = 5 * 60_000;
const FAILED_MS = 15 * 60_000;

export function opening(watch: TunnelWatch): TunnelWatch {
  return { ...watch, link: 'opening', misses: 0, isSuspect: false, attempt: watch.attempt + 1 };
}

export function linkUp(watch: TunnelWatch): TunnelWatch {
  return { ...watch, link: 'up' };
}

/** Returns the state after the connection was lost: that alone ends the proof. */
export function linkDown(watch: TunnelWatch, error: TunnelError, isFatal: boolean): TunnelWatch {
  return { ...watch, link: 'down', misses: 0, error, isSuspect: false, state: stateWithoutLink() };

  function stateWithoutLink(): TunnelWatch['state'] {
    if (isFatal) return 'failed';
    if (watch.attempt >= OFFLINE_AFTER || error.code === 'no_network') return 'offline';
    // The full time has passed: show it as offline instead of "starting" for ever.
    if (watch.link === 'opening' && error.code === 'timeout') return 'offline';
    return watch.state === 'online' ? 'degraded' : watch.state;
  }
}

/**
 * Returns the state after a probe. Only a successful probe proves the address. A failure that the tunnel did not cause
 * never ends a connection.
 */
export function probed(
  watch: TunnelWatch,
  result: ProbeResult,
  facts: {
    readonly hasLink: boolean;
    /** Milliseconds since the connection was started. */
    readonly sinceOpenMs: number;
  },
): { readonly watch: TunnelWatch; readonly recycle: boolean } {
  if (result.ok)
    return {
      watch: { ...watch, state: 'online', misses: 0, attempt: 0, isSuspect: false, error: null },
      recycle: false,
    };
  const { error } = result;
  switch (error.code) {
    case 'port_taken':
    case 'local_down':
    case 'unverified':
      return { watch: { ...watch, state: 'degraded', error }, recycle: false };
    case 'no_network':
      return { watch: { ...watch, state: 'offline', error }, recycle: false };
    default:
      return missed(watch, error, facts);
  }
}

function missed(
  watch: TunnelWatch,
  error: TunnelError,
  { hasLink, sinceOpenMs }: { readonly hasLink: boolean; readonly sinceOpenMs: number },
): { readonly watch: TunnelWatch; readonly recycle: boolean } {
  const misses = watch.misses + 1;
  const isStarting = hasLink && watch.state === 'starting';
  const isPatient = isStarting && sinceOpenMs < STARTING_PATIENCE_MS;
  const isOver = !isPatient && (misses >= OFFLINE_AFTER || isStarting);
  const state = isPatient ? 'starting' : isOver || watch.state === 'offline' ? 'offline' : 'degraded';
  const recycle =
    hasLink &&
    watch.link === 'up' &&
    error.code !== 'quota' &&
    (watch.isSuspect || (isOver && sinceOpenMs >= recycleGapMs(watch.attempt)));
  return {
    watch: { ...watch, misses, error, state, isSuspect: watch.isSuspect && !recycle },
    recycle,
  };
}

/** Failures that say nothing about the public address. */
const NOT_THE_ADDRESS: readonly TunnelErrorCode[] = ['local_down', 'port_taken', 'no_network'];

/**
 * Returns what a failed probe means. Some routers do not let a computer reach itself by its public name. When no probe
 * ever succeeded but webhooks arrive, a failed probe means just that: returns `unverified`. Otherwise returns `result`
 * unchanged.
 */
export function explainMiss(
  result: ProbeResult,
  facts: { readonly hasLink: boolean; readonly wasProven: boolean; readonly hasInbound: boolean },
): ProbeResult {
  if (result.ok || facts.hasLink || facts.wasProven || !facts.hasInbound) return result;
  if (NOT_THE_ADDRESS.includes(result.error.code)) return result;
  return { ...result, error: { code: 'unverified', detail: null } };
}

/** How long a connection without proof is left alone; one that was proven before is replaced at once. */
function recycleGapMs(attempt: number): number {
  return attempt === 0 ? 0 : Math.min(RECYCLE_MAX_MS, RECYCLE_BASE_MS * 2 ** (attempt - 1));
}

/** Returns the milliseconds until the next connection attempt. `random` is a number in [0, 1). */
export function reopenInMs(watch: TunnelWatch, random: number): number {
  return Math.round(plainReopenMs(watch) * (0.8 + 0.4 * random));
}

function plainReopenMs({ state, error, attempt }: TunnelWatch): number {
  if (state === 'failed') return FAILED_MS;
  if (error?.code === 'quota') return QUOTA_MS;
  const growing = REOPEN_MS[Math.min(attempt, REOPEN_MS.length - 1)] ?? NO_NETWORK_MS;
  return error?.code === 'no_network' ? Math.max(growing, NO_NETWORK_MS) : growing;
}

/** Returns the milliseconds until the next probe. Real webhooks replace probes, to save the provider's request quota. */
export function probeInMs(
  watch: TunnelWatch,
  facts: {
    readonly steadyMs: number;
    readonly random: number;
    /** Milliseconds since the last successful probe. */
    readonly sinceProofMs: number;
    /** Milliseconds since the last webhook; null when none came since the last successful probe. */
    readonly sinceInboundMs: number | null;
  },
): number {
  const jitter = 0.9 + 0.2 * facts.random;
  const { sinceInboundMs, sinceProofMs } = facts;
  if (watch.state === 'online') {
    const restMs = facts.steadyMs * jitter - Math.min(sinceProofMs, sinceInboundMs ?? sinceProofMs);
    const trustMs = Math.max(facts.steadyMs * jitter, TRUST_INBOUND_MS) - sinceProofMs;
    return Math.max(0, Math.round(Math.min(restMs, trustMs)));
  }
  if (watch.error?.code === 'quota') return Math.round(QUOTA_MS * jitter);
  if (watch.error?.code === 'no_network') return Math.round(NO_NETWORK_MS * jitter);
  if (watch.state === 'starting') return Math.round(STARTING_EVERY_MS * jitter);
  const doublings = Math.max(0, watch.misses - OFFLINE_AFTER);
  return Math.round(Math.min(FAST_MAX_MS, FAST_MS * 2 ** doublings) * jitter);
}
