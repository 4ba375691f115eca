import type { HealthCode, HealthState } from '../../../shared/health/health.ts';
import type { Order } from '../../../shared/orders/order.ts';
import { msBetween, type Now } from '../../../shared/time.ts';
import { readProof, type Fault, type WebhookProof } from '../../../shared/health/webhook-proof.ts';
import type { Delivery } from './types.ts';
import type { OrderChange } from '../orders/types.ts';
import type { SyncNotes } from '../support/notes.ts';
import { accepted, awayMs, faultOf, isProven, proofHealth, unproven } from './webhook-proof.ts';

const MINUTE_MS = 60_000;
/** The platform's call may come this long after the event. */
const CALL_MS = 2 * MINUTE_MS;
/** If a refused call came from the platform, polling finds its order within this time. */
const DOUBT_MS = 10 * MINUTE_MS;
/** Minimum time between two polls caused by refused calls, however often strangers call. */
const WAKE_MS = 30_000;
const LEAST_MS = 1_000;
const SAVE_MS = 10 * MINUTE_MS;
/** More orders than a shop has open at a time. */
const MAX_KNOWN = 1_000;

export type WebhookEvidence = {
  /** Returns whether webhooks are proven to arrive. */
  readonly isProven: () => boolean;
  /** Returns the light for evidence that webhooks do not arrive; null: there is none. */
  readonly health: () => [HealthState, HealthCode] | null;
  /** Sets what the proof is about: another address, port, secret or shop must be proven again. */
  readonly follow: (subject: string) => void;
  /**
   * Whether the public address is reachable, as far as the app's own probe shows; call it whenever that may have
   * changed.
   */
  readonly setReachable: (isReachable: boolean) => void;
  /** The computer slept or changed its network: what happened meanwhile proves nothing. */
  readonly interrupted: () => void;
  readonly noteDelivery: (delivery: Delivery) => void;
  /** The platform called about this order, whatever the outcome. */
  readonly noteCall: (order: Order) => void;
  /** Receives the changes found by polling. */
  readonly noteFound: (changes: readonly OrderChange[]) => void;
  readonly stop: () => void;
};

/**
 * Collects evidence from the platform's own behaviour: accepted calls, refused calls, and orders that only polling
 * found although the address was reachable. The app's own probe proves the path, not that anybody uses it.
 */
export function createWebhookEvidence(deps: {
  readonly notes: Pick<SyncNotes, 'read' | 'save'>;
  readonly now: Now;
  readonly monotonicMs: () => number;
  /** Runs the function after so many milliseconds; returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** Polls soon: a refused call may have been about an order. */
  readonly wake: () => void;
  readonly onChange: () => void;
}): WebhookEvidence {
  const { notes, now, monotonicMs } = deps;
  const kept = notes.read('webhook-proof');
  let proof: WebhookProof = (kept === null ? null : readProof(kept)) ?? unproven('');
  let savedMs = monotonicMs();
  let reachableSinceMs: number | null = null;
  let wokenMs: number | null = null;
  /** A call came too soon after the last poll that was caused by one. */
  let isPollOwed = false;
  /** Events found by polling, and until when a call about each may still come. */
  const expected = new Map<string, number>();
  /** Events received by calls, oldest first. */
  const called = new Set<string>();
  let refusedSecretMs: number | null = null;
  /** Somebody calls with a wrong secret, and no order was missed because of it. */
  let hasStrangers = false;
  let cancel = nothing;

  const change = (next: WebhookProof): void => {
    const isOther = JSON.stringify(proofHealth(next)) !== JSON.stringify(proofHealth(proof));
    const isFirst = proof.acceptedAt === null && next.acceptedAt !== null;
    const mustSave = isOther || isFirst || next.subject !== proof.subject;
    proof = next;
    if (mustSave || monotonicMs() - savedMs >= SAVE_MS) {
      savedMs = monotonicMs();
      notes.save('webhook-proof', JSON.stringify(proof));
    }
    deps.onChange();
    arm();
  };

  const wake = (): void => {
    isPollOwed = wokenMs !== null && monotonicMs() - wokenMs < WAKE_MS;
    if (isPollOwed) return;
    wokenMs = monotonicMs();
    deps.wake();
  };
  /** Polls for what a call may have been about. */
  const pollSoon = (): void => {
    if (isPollOwed) return;
    wake();
    arm();
  };

  const noteRefused = (fault: Fault, at: string): void => {
    if (fault === 'secret') refusedSecretMs = monotonicMs();
    pollSoon();
    if (fault === 'secret' && hasStrangers) return;
    // A caller that knows the secret is stronger evidence than one that does not. The first refusal of several sets the
    // start time.
    if (proof.refused !== null && (fault === 'secret' || proof.refused.fault === fault)) return;
    change({ ...proof, refused: { at, fault } });
  };

  const noteMissed = (): void => {
    const isRefused = refusedSecretMs !== null && monotonicMs() - refusedSecretMs < DOUBT_MS;
    if (isRefused) hasStrangers = false;
    const refused = proof.refused ?? (isRefused ? ({ at: now(), fault: 'secret' } as const) : null);
    change({ ...proof, refused, missedAt: now() });
  };

  const look = (): void => {
    if (isPollOwed) wake();
    const missed = [...expected].filter(([, untilMs]) => monotonicMs() >= untilMs);
    for (const [news] of missed) expected.delete(news);
    if (missed.length > 0) noteMissed();
    const doubtMs = doubtInMs(proof, now());
    if (doubtMs !== null && doubtMs <= 0 && expected.size === 0) {
      hasStrangers ||= proof.refused?.fault === 'secret';
      change({ ...proof, refused: null });
    }
    arm();
  };
  /** Checks again when a poll is owed, when an expected call becomes late, and when a refusal expires. */
  const arm = (): void => {
    cancel();
    const nowMs = monotonicMs();
    const waits = [...expected.values()].map((untilMs) => untilMs - nowMs);
    const doubtMs = doubtInMs(proof, now());
    if (doubtMs !== null) waits.push(doubtMs);
    if (isPollOwed && wokenMs !== null) waits.push(wokenMs + WAKE_MS - nowMs);
    cancel = waits.length === 0 ? nothing : deps.schedule(look, Math.max(LEAST_MS, Math.min(...waits)));
  };

  return {
    isProven: () => isProven(proof, now()),
    health: () => proofHealth(proof),
    follow: (subject) => {
      if (subject === proof.subject) {
        arm();
        return;
      }
      expected.clear();
      refusedSecretMs = null;
      hasStrangers = false;
      change(unproven(subject));
    },
    setReachable: (isReachable) => {
      if (isReachable) reachableSinceMs ??= monotonicMs();
      else {
        reachableSinceMs = null;
        expected.clear();
      }
    },
    interrupted: () => {
      if (reachableSinceMs !== null) reachableSinceMs = monotonicMs();
      expected.clear();
    },
    noteDelivery: ({ outcome, at, notes: found }) => {
      // Nothing speaks against such a call, but an order of it may be missing.
      if (outcome === 'aborted' || found.some(({ kind }) => kind === 'left-out')) pollSoon();
      if (outcome === 'stored' || outcome === 'duplicate') {
        change(accepted(proof, at));
      } else if (outcome === 'other-shop') change({ ...proof, otherShopAt: at });
      const fault = faultOf(outcome);
      if (fault !== null) noteRefused(fault, at);
    },
    noteCall: (order) => {
      expected.delete(newsOf(order));
      called.add(newsOf(order));
      const [oldest] = called;
      if (called.size > MAX_KNOWN && oldest !== undefined) called.delete(oldest);
    },
    noteFound: (changes) => {
      if (reachableSinceMs === null) return;
      const reachableMs = monotonicMs() - reachableSinceMs;
      for (const { before, after } of changes) {
        const { status, version, createdAt } = after.order;
        const news = newsOf(after.order);
        const isCalled = status === 'READY_FOR_PICKUP' || status === 'CANCELLED';
        // Without any time it is unknown whether it happened while the address was reachable.
        const since = version ?? createdAt;
        if (!isCalled || before?.order.status === status || called.has(news) || since === null) continue;
        const ageMs = Math.max(0, msBetween(since, now()));
        if (ageMs >= reachableMs || expected.size >= MAX_KNOWN) continue;
        const waitedMs = version === null ? 0 : ageMs;
        expected.set(news, monotonicMs() + Math.max(0, CALL_MS - waitedMs));
      }
      arm();
    },
    stop: () => cancel(),
  };
}

const nothing = (): void => undefined;

/**
 * Returns the milliseconds until a refusal expires: polling found no order for it, and such calls were accepted before,
 * so it came from somebody else. null: there is no refusal, or nothing indicates a stranger.
 */
function doubtInMs({ refused, acceptedAt, missedAt }: WebhookProof, now: string): number | null {
  if (refused === null || missedAt !== null) return null;
  if (refused.fault !== 'content' && acceptedAt === null) return null;
  return DOUBT_MS - awayMs(refused.at, now);
}

function newsOf({ id, status }: Order): string {
  return `${status} ${id}`;
}
