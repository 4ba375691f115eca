import type { AlertKind } from './alert.ts';
import type { OrderSource, OrderStatus } from './order.ts';

/** Why an alert could not be heard when it was first shown; `audible`: it could. */
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

/** Why requests on the webhook were rejected. */
export type Rejection = {
  readonly count: number;
  /** ISO UTC. */
  readonly lastAt: string;
  readonly why: 'wrong-secret' | 'no-secret' | 'unreadable';
};

/** A time in which the app was not running, or the computer slept. ISO UTC. */
export type Gap = { readonly from: string; readonly to: string };

/** Why news came later than the platform had it. */
export type Delay = {
  readonly minutes: number;
  readonly gap: Gap | null;
  readonly rejected: Rejection | null;
};

export type WhyVerdict =
  /** `isHeard` null: it was not recorded whether the alert could be heard. */
  | {
      readonly kind: 'rang';
      readonly alert: AlertKind;
      readonly at: string;
      readonly isHeard: boolean | null;
    }
  | { readonly kind: 'silenced'; readonly alert: AlertKind; readonly at: string; readonly by: Silence }
  /** The alert was raised and closed before it was shown. */
  | { readonly kind: 'not-shown'; readonly alert: AlertKind; readonly at: string }
  /**
   * Too old, by the platform's time, when it became known here. `since` null: the platform gave only the time of
   * creation, not of READY.
   */
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

/** What the records say about one order; `shared/texts/orders/why` makes a sentence of it. */
export type WhyStory = {
  readonly verdict: WhyVerdict;
  /** The first event of the order; null when there is no record. */
  readonly arrived: { readonly at: string; readonly source: OrderSource } | null;
  /** The first event already said that it was cancelled. */
  readonly cameCancelled: boolean;
  readonly delay: Delay | null;
  /** How the alert ended; null when none was shown. */
  readonly end: WhyEnd | null;
  /** Later requests that brought nothing new. */
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
