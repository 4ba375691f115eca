import { planOrderAlerts } from './order-alerts.ts';
import type { Now } from '../../../shared/time.ts';
import type { StoredOrder } from '../../../shared/orders/order.ts';
import type { OrderChange, OrderStore } from './types.ts';

/** Returns the mark of a hand-over: when, and by whom where that is known. */
export function handedOver(
  at: string | null,
  by: string | null,
): Pick<StoredOrder, 'handedOverAt' | 'handedOverBy'> {
  return { handedOverAt: at, ...(at === null || by === null ? {} : { handedOverBy: by }) };
}

export type HandOver = (orderId: string, handedOver: boolean) => OrderChange | null;

/**
 * Returns a function that sets or takes back the local mark "entregado". A mark closes the order's ready alert; taking
 * it back opens that alert again if the order is still ready. It returns the change, or null when the order is unknown
 * or already in that state.
 */
export function createHandOver({
  store,
  by = () => null,
  now,
}: {
  readonly store: Pick<OrderStore, 'transact'>;
  /** Whose initials a mark gets; null, as without it: nobody's. */
  readonly by?: () => string | null;
  readonly now: Now;
}): HandOver {
  return (orderId, isHandedOver) => {
    const at = now();
    return store.transact((tx) => {
      const kept = tx.findOrder(orderId);
      if (kept === null) return null;
      const { source, handedOverAt: markedAt } = kept.stored;
      if ((markedAt !== null) === isHandedOver) return null;
      const { handedOverBy: _before, ...stored } = kept.stored;
      const after = {
        ...kept,
        stored: { ...stored, ...handedOver(isHandedOver ? at : null, by()), lastChangedAt: at },
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
