import type { DayAlert, DayOrder } from '../../../shared/orders/day.ts';
import { msBetween } from '../../../shared/time.ts';
import type { Presence } from '../history/uptime.ts';
import type { Span } from './calendar.ts';

/** Everything that is known of a time. */
export type DayFacts = {
  readonly orders: readonly DayOrder[];
  readonly alerts: readonly DayAlert[];
  readonly presence: readonly Presence[];
};

/** Returns when an order left the shop, whoever said so first; null: it is here, or never was ready. */
export function leftAt({ handedOverAt, pickedUpAt }: DayOrder): string | null {
  if (handedOverAt === null || pickedUpAt === null) return handedOverAt ?? pickedUpAt;
  return handedOverAt < pickedUpAt ? handedOverAt : pickedUpAt;
}

/** Returns how long an order waited at the counter; null when it did not, or when the times contradict each other. */
export function waitedMs(order: DayOrder): number | null {
  const left = leftAt(order);
  if (order.readyAt === null || left === null) return null;
  const ms = msBetween(order.readyAt, left);
  return ms >= 0 ? ms : null;
}

/** Returns true when the bag had left the shop before the cancellation came. */
export function isCancelledAfter(order: DayOrder): boolean {
  if (order.isCancelledAfterPickUp === true || order.wasPickedUp) return true;
  const { handedOverAt, cancelledAt } = order;
  return handedOverAt !== null && cancelledAt !== null && handedOverAt <= cancelledAt;
}

/** Returns whether a time lies in a span. */
export function isIn(at: string | null, { from, to }: Span): boolean {
  return at !== null && at >= from && at < to;
}

/** Returns the middle of sorted numbers, rounded; null when there is none. */
export function median(sorted: readonly number[]): number | null {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted[sorted.length % 2 === 1 ? middle : middle - 1] ?? upper;
  return Math.round((lower + upper) / 2);
}
