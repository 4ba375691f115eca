import type { OrderSummary, StoredOrder } from '../../shared/order.ts';

/** The row of the list for an order. */
export function toSummary(stored: StoredOrder): OrderSummary {
  const { order } = stored;
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
    lineCount: order.lines.length,
    totalMinor: order.totals.totalMinor,
    currency: order.currency,
    cancellation: order.cancellation,
    wasPickedUp: stored.wasPickedUp,
    handedOverAt: stored.handedOverAt,
  };
}
