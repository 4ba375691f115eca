import { formatMoney, moneyLocale } from '../../../shared/orders/money.ts';
import type { OrderDetail } from '../../../shared/orders/orders-contract.ts';
import {
  collectAsSent,
  toCollect,
  type OrderSummary,
  type StoredOrder,
} from '../../../shared/orders/order.ts';
import type { OrderStore } from './types.ts';

/** Returns the row of the list for an order. */
export function toSummary(stored: StoredOrder): OrderSummary {
  const { order } = stored;
  const collectText = collectAsSent(order.totals);
  return {
    id: order.id,
    code: order.code,
    externalId: order.externalId,
    status: order.status,
    statusText: order.statusText,
    at: stored.readyAt ?? order.createdAt ?? stored.firstSeenAt,
    firstSeenAt: stored.firstSeenAt,
    promisedFor: order.promisedFor,
    isPreorder: order.isPreorder,
    customerFirstName: order.customer?.firstName ?? null,
    lineCount: order.lines.length + (order.moreLines ?? 0),
    totalMinor: order.totals.totalMinor,
    currency: order.currency,
    cancellation: order.cancellation,
    wasPickedUp: stored.wasPickedUp,
    handedOverAt: stored.handedOverAt,
    ...endTimes(stored.leftAt ?? null, stored.cancelledAt ?? null),
    collectMinor: toCollect(order.totals.collectAtPickupMinor),
    ...(collectText === null ? {} : { collectText }),
  };
}

/** Returns the times at which an order left and was cancelled, without those that are not known. */
export function endTimes(
  leftAt: string | null,
  cancelledAt: string | null,
): Pick<StoredOrder, 'leftAt' | 'cancelledAt'> {
  return { ...(leftAt === null ? {} : { leftAt }), ...(cancelledAt === null ? {} : { cancelledAt }) };
}

/** Returns everything that is stored of an order; null for an unknown one. */
export function orderDetail(
  store: Pick<OrderStore, 'findOrder' | 'alertsOf'>,
  orderId: string,
): OrderDetail | null {
  const stored = store.findOrder(orderId);
  return stored === null ? null : { stored, order: stored.order, alerts: store.alertsOf(orderId) };
}

/** What the riders of these orders pay, by order id, in the shop's manner; orders with nothing to collect are left out. */
export type AmountsToCollect = (
  orderIds: readonly string[],
) => readonly (readonly [orderId: string, amount: string])[];

export function createAmountsToCollect(
  store: Pick<OrderStore, 'summariesOf'>,
  settings: () => Parameters<typeof moneyLocale>[0],
): AmountsToCollect {
  return (orderIds) =>
    store.summariesOf(orderIds).flatMap(({ id, collectMinor, collectText, currency }) => {
      if (collectMinor !== null) return [[id, formatMoney(collectMinor, currency, moneyLocale(settings()))]];
      return collectText === undefined ? [] : [[id, collectText]];
    });
}
