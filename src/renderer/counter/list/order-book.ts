import { alertId, type Alert } from '../../../shared/orders/alert.ts';
import { orderTab, type OrderSummary, type OrderTab } from '../../../shared/orders/order.ts';

/** All orders by their id. */
export type OrderBook = ReadonlyMap<string, OrderSummary>;
/** The unseen alert of each order, by order id. A cancellation beats a ready alert of the same order. */
export type OpenAlerts = ReadonlyMap<string, Alert>;

export function toOrderBook(orders: readonly OrderSummary[]): OrderBook {
  return new Map(orders.map((order) => [order.id, order]));
}

/**
 * Returns the book with changed and new orders. Unchanged orders stay the same objects, so that their rows are not
 * drawn again.
 */
export function mergeOrders(book: OrderBook, changed: readonly OrderSummary[]): OrderBook {
  if (changed.length === 0) return book;
  const next = new Map(book);
  for (const order of changed) next.set(order.id, order);
  return next;
}

export function toOpenAlerts(alerts: readonly Alert[]): OpenAlerts {
  const bySubject = new Map<string, Alert>();
  for (const alert of alerts) {
    const known = bySubject.get(alert.subject);
    if (known === undefined || known.id !== alertId(alert.subject, 'cancelled')) {
      bySubject.set(alert.subject, alert);
    }
  }
  return bySubject;
}

/** Returns the alerts that are new. */
export function newAlerts(before: readonly Alert[], after: readonly Alert[]): readonly Alert[] {
  const known = new Set(before.map((alert) => alert.id));
  return after.filter((alert) => !known.has(alert.id));
}

/** Returns the tab of an order; null when it is not in the book. */
export function tabIn(book: OrderBook, orderId: string): OrderTab | null {
  const order = book.get(orderId);
  return order === undefined ? null : orderTab(order);
}
