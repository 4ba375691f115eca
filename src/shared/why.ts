import type { AlertKind } from './alert.ts';
import type { OrderSource, OrderStatus } from './order.ts';

/** What kept an alert from being heard when it was first shown; `audible`: nothing did. */
export const CIRCUMSTANCES = [
  'audible',
  'muted',
  'quiet-hours',
  'volume-zero',
  'computer-silent',
  'no-device',
  'sound-failed',
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];
export type Silence = Exclude<Circumstance, 'audible'>;

/** Why requests on the webhook were turned away. */
export type Rejection = {
  readonly count: number;
  /** ISO UTC. */
  readonly lastAt: string;
  readonly why: 'wrong-secret' | 'no-secret' | 'unreadable';
};

/** A time in which the app was not running, or the computer slept. ISO UTC. */
export type Gap = { readonly from: string; readonly to: string };

/** Why news came later than the platform had them. */
export type Delay = {
  readonly minutes: number;
  readonly gap: Gap | null;
  readonly rejected: Rejection | null;
};

export type WhyVerdict =
  /** `isHeard` null: whether it could be heard was not recorded. */
  | {
      readonly kind: 'rang';
      readonly alert: AlertKind;
      readonly at: string;
      readonly isHeard: boolean | null;
    }
  | { readonly kind: 'silenced'; readonly alert: AlertKind; readonly at: string; readonly by: Silence }
  /** Raised, and over before it was shown. */
  | { readonly kind: 'not-shown'; readonly alert: AlertKind; readonly at: string }
  /** By the platform's time, when it became known here. `since` null: when it was ready was not told, only when it was made. */
  | { readonly kind: 'ready-too-long-ago'; readonly since: string | null }
  | { readonly kind: 'cancelled-too-long-ago' }
  | { readonly kind: 'already-left' }
  | { readonly kind: 'handed-over-before'; readonly at: string }
  | { readonly kind: 'not-ready'; readonly status: OrderStatus; readonly statusText: string }
  | { readonly kind: 'other-shop'; readonly at: string }
  | { readonly kind: 'rejected'; readonly rejected: Rejection }
  | { readonly kind: 'app-off'; readonly gap: Gap }
  | { readonly kind: 'never-arrived' };

export type WhyEnd =
  | { readonly kind: 'seen'; readonly at: string; readonly by: string }
  | { readonly kind: 'closed'; readonly at: string; readonly how: 'handed-over' | 'left' | 'cancelled' }
  | { readonly kind: 'open' };

/** What the records tell of one order, put into one sentence by `shared/texts/why`. */
export type WhyStory = {
  readonly verdict: WhyVerdict;
  /** The first news of it; null when there is no record. */
  readonly arrived: { readonly at: string; readonly source: OrderSource } | null;
  /** It was cancelled in the first news already. */
  readonly cameCancelled: boolean;
  readonly delay: Delay | null;
  /** What became of the alert; null when none was shown. */
  readonly end: WhyEnd | null;
  /** Requests that came later and told nothing new. */
  readonly repeats: { readonly count: number; readonly lastAt: string } | null;
};

/** One of several orders with the same code. */
export type WhyChoice = { readonly orderId: string; readonly at: string };

export type WhyQuestion = {
  /** A code, or an order's id. */
  readonly code: string;
  /** Which of several orders with this code; null: the newest. */
  readonly orderId: string | null;
};

export type WhyAnswer = {
  readonly code: string;
  readonly orderId: string | null;
  /** Every order with this code, newest first. */
  readonly choices: readonly WhyChoice[];
  readonly story: WhyStory;
};
