import type { HealthCode, HealthState } from '../../../shared/health.ts';
import type { Order } from '../../../shared/order.ts';
import { msBetween } from '../../../shared/time.ts';
import type { Delivery } from './types.ts';
import type { Now } from '../support/now.ts';
import type { OrderChange } from '../orders/types.ts';
import type { SyncNotes } from '../support/notes.ts';
import {
  accepted,
  faultOf,
  formatProof,
  isProven,
  parseProof,
  proofHealth,
  unproven,
  type Fault,
  type WebhookProof,
} from './webhook-proof.ts';

const MINUTE_MS = 60_000;
/** How long after its news the platform's call may come. */
const CALL_MS = 2 * MINUTE_MS;
/** A refused call that was the platform's was about an order, which asking finds by then. */
const DOUBT_MS = 10 * MINUTE_MS;
/** However often strangers call, asking is not hurried more often. */
const WAKE_MS = 30_000;
const LEAST_MS = 1_000;
const SAVE_MS = 10 * MINUTE_MS;
/** More than a shop has under way at a time. */
const MAX_KNOWN = 1_000;

export type WebhookEvidence = {
  /** Webhooks are proven to arrive. */
  readonly isProven: () => boolean;
  /** What speaks against it; null: nothing. */
  readonly health: () => [HealthState, HealthCode] | null;
  /** What the proof is about: another address, port, secret or shop is proven anew. */
  readonly follow: (subject: string) => void;
  /** Whether the way in is free, as far as the own probe can tell; call it whenever that may have changed. */
  readonly noteRoad: (isFree: boolean) => void;
  /** The computer slept, or has another network: what happened meanwhile proves nothing. */
  readonly interrupted: () => void;
  readonly noteDelivery: (delivery: Delivery) => void;
  /** The platform called about this order, whatever comes of it. */
  readonly noteCall: (order: Order) => void;
  /** What asking found. */
  readonly noteFound: (changes: readonly OrderChange[]) => void;
  readonly stop: () => void;
};

/**
 * Gathers what the platform itself did: calls that were let in, calls that were refused, and orders that asking had to find
 * although the way was free. The own probe proves the way, not that anybody uses it.
 */
export function createWebhookEvidence(deps: {
  readonly notes: Pick<SyncNotes, 'read' | 'save'>;
  readonly now: Now;
  readonly monotonicMs: () => number;
  /** Runs the function after so many milliseconds; answers how to cancel. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** Ask the platform soon: a call that was refused may have been about an order. */
  readonly wake: () => void;
  readonly onChange: () => void;
}): WebhookEvidence {
  const { notes, now, monotonicMs } = deps;
  const kept = notes.read('webhook-proof');
  let proof: WebhookProof = (kept === null ? null : parseProof(kept)) ?? unproven('');
  let savedMs = monotonicMs();
  let freeSinceMs: number | null = null;
  let wokenMs: number | null = null;
  /** News that asking found, and until when a call about each may still come. */
  const expected = new Map<string, number>();
  /** News that calls told of, the oldest first. */
  const called = new Set<string>();
  let refusedSecretMs: number | null = null;
  /** Somebody calls with another secret, and no order was missed for it. */
  let hasStrangers = false;
  let cancel = nothing;

  const change = (next: WebhookProof): void => {
    const isOther = JSON.stringify(proofHealth(next)) !== JSON.stringify(proofHealth(proof));
    const isFirst = proof.acceptedAt === null && next.acceptedAt !== null;
    const mustSave = isOther || isFirst || next.subject !== proof.subject;
    proof = next;
    if (mustSave || monotonicMs() - savedMs >= SAVE_MS) {
      savedMs = monotonicMs();
      notes.save('webhook-proof', formatProof(proof));
    }
    deps.onChange();
    arm();
  };

  const noteRefused = (fault: Fault, at: string): void => {
    if (fault === 'secret') refusedSecretMs = monotonicMs();
    if (wokenMs === null || monotonicMs() - wokenMs >= WAKE_MS) {
      wokenMs = monotonicMs();
      deps.wake();
    }
    if (fault === 'secret' && hasStrangers) return;
    // A caller that knows the secret says more than one that does not. The first of many tells since when it is so.
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
  /** Looks again when a call would be late, and when a refusal has had its time. */
  const arm = (): void => {
    cancel();
    const nowMs = monotonicMs();
    const waits = [...expected.values()].map((untilMs) => untilMs - nowMs);
    const doubtMs = doubtInMs(proof, now());
    if (doubtMs !== null) waits.push(doubtMs);
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
    noteRoad: (isFree) => {
      if (!isFree) freeSinceMs = null;
      else freeSinceMs ??= monotonicMs();
    },
    interrupted: () => {
      if (freeSinceMs !== null) freeSinceMs = monotonicMs();
      expected.clear();
    },
    noteDelivery: ({ outcome, at }) => {
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
      if (freeSinceMs === null) return;
      const freeMs = monotonicMs() - freeSinceMs;
      for (const { before, after } of changes) {
        const { status, version } = after.order;
        const news = newsOf(after.order);
        const isCalled = status === 'READY_FOR_PICKUP' || status === 'CANCELLED';
        // Without its time nobody can tell whether it happened while the way was free.
        if (!isCalled || before?.order.status === status || called.has(news) || version === null) continue;
        const ageMs = Math.max(0, msBetween(version, now()));
        if (ageMs >= freeMs || expected.size >= MAX_KNOWN) continue;
        expected.set(news, monotonicMs() + Math.max(0, CALL_MS - ageMs));
      }
      arm();
    },
    stop: () => cancel(),
  };
}

const nothing = (): void => undefined;

/**
 * Milliseconds until a refusal has had its time: what came was about no order then, where such calls were let in before, so
 * it was somebody else's. null: there is none, or nothing speaks for a stranger.
 */
function doubtInMs({ refused, acceptedAt, missedAt }: WebhookProof, now: string): number | null {
  if (refused === null || missedAt !== null) return null;
  if (refused.fault !== 'content' && acceptedAt === null) return null;
  return DOUBT_MS - msBetween(refused.at, now);
}

function newsOf({ id, status }: Order): string {
  return `${status} ${id}`;
}
