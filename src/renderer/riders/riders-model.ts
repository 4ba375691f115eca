import { orderTab, type OrderSummary } from '../../shared/orders/order.ts';
import { ridersCode, type RidersDigits } from '../../shared/settings/riders.ts';

const HOUR_MS = 3_600_000;
/** A bag of before is no rider's any more. */
const WAITING_MS = 24 * HOUR_MS;
const CANCELLED_MS = 6 * HOUR_MS;

export type RidersLists = {
  /** Who waited longest comes first. */
  readonly waiting: readonly RidersEntry[];
  /** The newest first. */
  readonly cancelled: readonly RidersEntry[];
};
export type RidersEntry = { readonly id: string; readonly code: string };

/** Returns what riders may see of the orders: codes, as much of them as the shop chose, and nothing else. */
export function ridersLists(
  orders: readonly OrderSummary[],
  digits: RidersDigits,
  nowMs: number,
): RidersLists {
  const young = (order: OrderSummary, ms: number): boolean => nowMs - Date.parse(order.at) < ms;
  const entry = ({ id, code }: OrderSummary): RidersEntry => ({ id, code: ridersCode(code, digits) });
  const oldestFirst = (a: OrderSummary, b: OrderSummary): number => a.at.localeCompare(b.at);
  return {
    waiting: orders
      .filter((order) => orderTab(order) === 'ready' && young(order, WAITING_MS))
      .toSorted(oldestFirst)
      .map(entry),
    // One that has left the shop concerns no rider at the counter.
    cancelled: orders
      .filter(
        (order) =>
          orderTab(order) === 'cancelled' &&
          young(order, CANCELLED_MS) &&
          !order.wasPickedUp &&
          order.handedOverAt === null,
      )
      .toSorted((a, b) => oldestFirst(b, a))
      .map(entry),
  };
}
