import { planOrderAlerts } from './order-alerts.ts';
import type { Now } from '../../../shared/time.ts';
import type { OrderChange, OrderStore } from './types.ts';

export type HandOver = (orderId: string, handedOver: boolean) => OrderChange | null;

/**
 * Returns a function that sets or takes back the local mark "entregado". A mark closes the order's ready alert; taking
 * it back opens that alert again if the order is still ready. It returns the change, or null when the order is unknown
 * or already in that state.
 */
export function createHandOver({
  store,
  now,
}: {
  readonly store: Pick<OrderStore, 'transact'>;
  readonly now: Now;
}): HandOver {
  return (orderId, handedOver) => {
    const at = now();
    return store.transact((tx) => {
      const kept = tx.findOrder(orderId);
      if (kept === null) return null;
      const { source, handedOverAt: markedAt } = kept.stored;
      if ((markedAt !== null) === handedOver) return null;
      const after = {
        ...kept,
        stored: { ...kept.stored, handedOverAt: handedOver ? at : null, lastChangedAt: at },
      };
      const { raised, closed, quiet } = planOrderAlerts(after, tx.findAlerts(orderId), {
        at,
        source,
        ...(markedAt === null ? {} : { takenBack: markedAt }),
      });
      tx.saveOrder(after);
      for (const alert of [...raised, ...closed, ...quiet]) tx.saveAlert(alert);
      return { before: kept.stored, after: after.stored, raised, closed };
    });
  };
}
