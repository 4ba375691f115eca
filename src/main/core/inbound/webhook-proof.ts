import type { DeliveryOutcome } from '../../../shared/delivery.ts';
import type { HealthCode, HealthState } from '../../../shared/health.ts';
import { assertNever } from '../../../shared/result.ts';
import { msBetween } from '../../../shared/time.ts';

/** What was wrong with a refused call that may have come from the platform. */
const FAULTS = ['secret', 'address', 'content'] as const;
export type Fault = (typeof FAULTS)[number];

/** Evidence whether the platform calls and whether its calls are accepted. Times are ISO UTC. */
export type WebhookProof = {
  /** Key of the address, port, secret and shop that this evidence is about. */
  readonly subject: string;
  /** The last accepted call with an order of this shop. */
  readonly acceptedAt: string | null;
  /** The first refused call since then. */
  readonly refused: { readonly at: string; readonly fault: Fault } | null;
  /** Since then: an order that only polling found, although the address was reachable. */
  readonly missedAt: string | null;
  /** Since then: a call with the right secret about another shop. */
  readonly otherShopAt: string | null;
};

/** An active shop receives a call within a day; one that is not loses nothing by more frequent polling. */
const LASTS_MS = 24 * 60 * 60_000;

export function unproven(subject: string): WebhookProof {
  return { subject, acceptedAt: null, refused: null, missedAt: null, otherShopAt: null };
}

export function accepted({ subject }: WebhookProof, at: string): WebhookProof {
  return { ...unproven(subject), acceptedAt: at };
}

/**
 * Returns whether webhooks are proven to arrive: a call of the platform was accepted, and there is no later evidence
 * against it.
 */
export function isProven({ acceptedAt, refused, missedAt }: WebhookProof, now: string): boolean {
  if (acceptedAt === null || refused !== null || missedAt !== null) return false;
  return msBetween(acceptedAt, now) < LASTS_MS;
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

/** Returns the proof as one line, to be stored for the next run. */
export function formatProof(proof: WebhookProof): string {
  const { subject, acceptedAt, refused, missedAt, otherShopAt } = proof;
  return [acceptedAt, refused?.at, refused?.fault, missedAt, otherShopAt, subject]
    .map((part) => part ?? '-')
    .join(' ');
}

/** Returns the proof stored by an earlier run; null when the line is unreadable. */
export function parseProof(line: string): WebhookProof | null {
  const [acceptedAt, refusedAt, fault, missedAt, otherShopAt, ...subject] = line
    .split(' ')
    .map((part) => (part === '-' ? null : part));
  if (subject.length === 0) return null;
  const known = FAULTS.find((one) => one === fault);
  return {
    subject: subject.join(' '),
    acceptedAt: timeOf(acceptedAt),
    refused: known === undefined || timeOf(refusedAt) === null ? null : { at: refusedAt ?? '', fault: known },
    missedAt: timeOf(missedAt),
    otherShopAt: timeOf(otherShopAt),
  };
}

function timeOf(text: string | null | undefined): string | null {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) ? text : null;
}
