import type { Alert } from './alert.ts';

/** For so long an acknowledgement or a hand-over can be taken back on the card. */
export const UNDO_MS = 10_000;

/** What was missed while nobody could know: shown once, instead of a burst. */
export type GapDigest = {
  readonly minutes: number;
  readonly ready: number;
  readonly cancelled: number;
};

/** Everything the alert card shows. */
export type CardState = {
  /** Most urgent first; cancellations before all else, then the longest waiting. Of many only the first. */
  readonly alerts: readonly Alert[];
  /** How many there are besides; absent: none. */
  readonly more?: number;
  /** Names this state, to answer all that it stands for. */
  readonly revision?: number;
  readonly digest: GapDigest | null;
  /** Just acknowledged or handed over and still easy to take back; null when there is nothing. */
  readonly undo: { readonly codes: readonly string[]; readonly what: 'seen' | 'handed-over' } | null;
  /** What riders pay, as text, by order id, as far as there is anything to collect. */
  readonly collect?: readonly (readonly [orderId: string, amount: string])[];
  /** Insist: nobody has looked for long. */
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

/** The order in which alerts want somebody. */
export function byUrgency(a: Alert, b: Alert): number {
  return URGENCY[a.kind] - URGENCY[b.kind] || compare(a.since, b.since) || compare(a.id, b.id);
}

/** By their characters alone, which is many times faster than by a language's rules. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
