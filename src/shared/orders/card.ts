import type { Alert } from './alert.ts';

/** How long an acknowledgement or a hand-over can be undone on the card. */
export const UNDO_MS = 10_000;

/** What was missed while no news could arrive: shown once, instead of many alerts. */
export type GapDigest = {
  readonly minutes: number;
  readonly ready: number;
  readonly cancelled: number;
};

export type UnclaimedBag = {
  readonly orderId: string;
  readonly code: string;
  readonly customerFirstName: string | null;
  /** ISO UTC: since when it is ready. */
  readonly since: string;
};

/** Everything the alert card shows. */
export type CardState = {
  /** The counter window has the focus: the card shows only the count and the most urgent alert. Absent: false. */
  readonly pill?: boolean;
  /** Most urgent first: cancellations, then the longest waiting. A long list is cut. */
  readonly alerts: readonly Alert[];
  /** How many alerts are not in `alerts`; absent: none. */
  readonly more?: number;
  /** Identifies this state, so that all its alerts can be acknowledged. */
  readonly revision?: number;
  /** Bags that are ready and that nobody came for, the longest waiting first. A long list is cut. */
  readonly unclaimed?: readonly UnclaimedBag[];
  readonly digest: GapDigest | null;
  /** What was just acknowledged or handed over and can still be undone; null: nothing. */
  readonly undo: {
    readonly what: 'seen' | 'handed-over';
    /** The order codes; of many, only the first. */
    readonly codes: readonly string[];
    /** How many alerts it was, also those without a code. Absent: as many as codes. */
    readonly count?: number;
  } | null;
  /** What riders pay, as text, by order id; only orders with an amount to collect. */
  readonly collect?: readonly (readonly [orderId: string, amount: string])[];
  /** The card flashes, because no one has reacted for long. */
  readonly flash: boolean;
  /** ISO UTC until which only do-not-hand-over rings; null when nothing is muted. */
  readonly mutedUntil: string | null;
};

/** The rank of each kind, the most urgent first. */
export const URGENCY: Readonly<Record<Alert['kind'], number>> = {
  cancelled: 0,
  connection: 1,
  unclear: 2,
  ready: 3,
  'cancelled-after-handover': 4,
};

/** Compares two alerts by urgency. */
export function byUrgency(a: Alert, b: Alert): number {
  return URGENCY[a.kind] - URGENCY[b.kind] || compare(a.since, b.since) || compare(a.id, b.id);
}

/** Compares by code units, which is many times faster than by the rules of a language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
