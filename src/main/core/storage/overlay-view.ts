import { isOpenAlert, isSeenReady } from '../../../shared/orders/alert.ts';
import { orderTab, type OrderSummary } from '../../../shared/orders/order.ts';
import { toSummary } from '../orders/summary.ts';
import { withPending, type OverlayRows } from './overlay-rows.ts';
import { holdsProduct } from '../../../shared/orders/search-words.ts';
import type { OrderStore } from '../orders/types.ts';

type Lists = Pick<
  OrderStore,
  | 'findOrder'
  | 'listOrders'
  | 'summariesOf'
  | 'ordersWithProduct'
  | 'listWaiting'
  | 'openAlerts'
  | 'listSeenReady'
  | 'alertsOf'
>;

/** Returns the lists of a store, with pending rows added or in place of stored ones. */
export function createOverlayView(stored: Lists, pending: OverlayRows): Lists {
  const pendingSummaries = (): readonly OrderSummary[] =>
    [...pending.orders.values()].map((row) => toSummary(row.stored));
  const openAlerts: Lists['openAlerts'] = () =>
    withPending(stored.openAlerts(), [...pending.alerts.values()]).filter(isOpenAlert);
  const listOrders: Lists['listOrders'] = () => {
    const all = stored.listOrders();
    return pending.orders.size === 0 ? all : joined(all, pendingSummaries());
  };
  const summariesOf: Lists['summariesOf'] = (orderIds) => {
    const own = pendingSummaries().filter(({ id }) => orderIds.includes(id));
    return [...own, ...stored.summariesOf(orderIds.filter((id) => !pending.orders.has(id)))];
  };

  return {
    findOrder: (orderId) => pending.orders.get(orderId)?.stored ?? stored.findOrder(orderId),
    listOrders,
    summariesOf,
    ordersWithProduct: (words, after) => {
      const page = stored.ordersWithProduct(words, after);
      // What waits to be stored comes with the first part.
      if (after !== '') return page;
      const own = [...pending.orders.values()].filter(({ stored: { order } }) =>
        order.lines.some(({ name, sku, barcodes }) =>
          holdsProduct([name, sku, ...barcodes].join(' '), words),
        ),
      );
      return {
        ...page,
        orderIds: [...new Set([...own.map((row) => row.stored.order.id), ...page.orderIds])],
      };
    },
    listWaiting: (since) => {
      const waiting = stored.listWaiting(since);
      if (pending.orders.size + pending.alerts.size === 0) return waiting;
      const subjects = new Set(openAlerts().map(({ subject }) => subject));
      const known = new Set(waiting.map(({ id }) => id));
      const others = summariesOf([...subjects].filter((id) => !known.has(id)));
      return joined([...waiting, ...others], pendingSummaries()).filter(
        (row) => subjects.has(row.id) || (orderTab(row) === 'ready' && row.at >= since),
      );
    },
    openAlerts,
    listSeenReady: (since) =>
      withPending(stored.listSeenReady(since), [...pending.alerts.values()]).filter(isSeenReady),
    alertsOf: pending.kept.findAlerts,
  };
}

/** Newest first; a pending row takes the place of the stored one. */
function joined(stored: readonly OrderSummary[], pending: readonly OrderSummary[]): readonly OrderSummary[] {
  const byId = new Map([...stored, ...pending].map((row) => [row.id, row]));
  return [...byId.values()].toSorted(newestFirst);
}

function newestFirst(a: OrderSummary, b: OrderSummary): number {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
