import type { OrderSummary } from '../../../shared/orders/order.ts';
import type { Times } from '../../times.ts';

/** Days begin at a quarter of an hour in every time zone: orders of one quarter share their day. */
const QUARTER_MINUTES = 15;

/** Returns the index of the first order of each day, with the time of that order. The orders are sorted by time. */
export function daysOf(
  orders: readonly Pick<OrderSummary, 'at'>[],
  times: Pick<Times, 'day'>,
): ReadonlyMap<number, string> {
  const starts = new Map<number, string>();
  // Formatting a date is slow, and there may be 12,000 orders.
  const dayOfQuarter = new Map<string, string>();
  let before: string | null = null;
  orders.forEach(({ at }, index) => {
    const quarter = `${at.slice(0, 13)} ${String(Math.floor(Number(at.slice(14, 16)) / QUARTER_MINUTES))}`;
    const day = dayOfQuarter.get(quarter) ?? times.day(at);
    dayOfQuarter.set(quarter, day);
    if (day !== before) starts.set(index, at);
    before = day;
  });
  return starts;
}
