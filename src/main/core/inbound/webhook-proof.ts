import type { DeliveryOutcome } from '../../../shared/health/delivery.ts';
import type { HealthCode, HealthState } from '../../../shared/health/health.ts';
import { assertNever } from '../../../shared/result.ts';
import { msBetween } from '../../../shared/time.ts';
import type { Fault, WebhookProof } from '../../../shared/health/webhook-proof.ts';

/** An active shop receives a call within a day; one that is not loses nothing by more frequent polling. */
const LASTS_MS = 24 * 60 * 60_000;

export function unproven(subject: string): WebhookProof {
  return { subject, acceptedAt: null, refused: null, missedAt: null, otherShopAt: null };
}

export function accepted({ subject }: WebhookProof, at: string): WebhookProof {
  return { ...unproven(subject), acceptedAt: at };
}

/** Returns how far from now a time is, also one that a clock which was ahead has set. */
export function awayMs(at: string, now: string): number {
  return Math.abs(msBetween(at, now));
}

/**
 * Returns whether webhooks are proven to arrive: a call of the platform was accepted, and there is no later evidence
 * against it.
 */
export function isProven({ acceptedAt, refused, missedAt }: WebhookProof, now: string): boolean {
  if (acceptedAt === null || refused !== null || missedAt !== null) return false;
  return awayMs(acceptedAt, now) < LASTS_MS;
}

/** Returns what was wrong with a refused call; null for an accepted call, or when the caller was not at fault. */
export function faultOf(outcome: DeliveryOutcome): Fault | null {
  switch (outcome) {
    case 'wrong-secret':
      return 'secret';
    case 'wrong-path':
    case 'wrong-method':
      return 'address';
    case 'too-large':
    case 'wrong-type':
    case 'encoded':
    case 'not-json':
    case 'not-an-order':
      return 'content';
    case 'stored':
    case 'duplicate':
    case 'other-shop':
    case 'no-shop':
    case 'catalogue-callback':
    case 'test':
    case 'looked':
    case 'no-secret':
    case 'store-failed':
    case 'stopping':
    case 'not-ready':
    case 'aborted':
      return null;
    default:
      return assertNever(outcome);
  }
}

/** Returns the light for evidence against webhooks; null when there is none. Missing events alone are no fault. */
export function proofHealth({
  refused,
  missedAt,
  otherShopAt,
}: WebhookProof): [HealthState, HealthCode] | null {
  if (refused !== null) {
    const codes = {
      secret: 'webhook-wrong-secret',
      address: 'webhook-wrong-address',
      content: 'webhook-unreadable',
    } as const;
    return ['degraded', codes[refused.fault]];
  }
  if (missedAt === null) return null;
  return ['degraded', otherShopAt === null ? 'webhook-not-calling' : 'webhook-other-shop'];
}
