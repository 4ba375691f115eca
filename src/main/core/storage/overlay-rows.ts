import type { Alert } from '../../../shared/orders/alert.ts';
import type { KeptOrder, KeptReader, OrderTransaction } from '../orders/types.ts';
import type { OrderRecords } from '../history/explain-alert.ts';

type PendingEvent = OrderRecords['events'][number] & {
  readonly orderId: string;
  readonly version: string | null;
};

/** Rows that are not stored yet; they replace stored rows with the same key. */
export type OverlayRows = {
  readonly orders: ReadonlyMap<string, KeptOrder>;
  /** By id. */
  readonly alerts: ReadonlyMap<string, Alert>;
  /** One for each event, oldest first. */
  readonly events: ReadonlyMap<string, PendingEvent>;
  /** Both layers, read as one. */
  readonly kept: KeptReader;
  /** Writes into the upper layer only. */
  readonly tx: OrderTransaction;
  /** Adds the rows of another layer, which replace those of this one. */
  readonly absorb: (upper: OverlayRows) => void;
  readonly clear: () => void;
};

/** Returns a layer of rows in memory above `below`. `below` is only read. */
export function createOverlayRows(below: KeptReader): OverlayRows {
  const orders = new Map<string, KeptOrder>();
  const alerts = new Map<string, Alert>();
  const events = new Map<string, PendingEvent>();

  const kept: KeptReader = {
    findOrder: (orderId) => orders.get(orderId) ?? below.findOrder(orderId),
    findAlerts: (subject) =>
      withPending(
        below.findAlerts(subject),
        [...alerts.values()].filter((alert) => alert.subject === subject),
      ),
    hasEvent: (orderId, digest) => events.has(newsKey(orderId, digest)) || below.hasEvent(orderId, digest),
    hasStep: (order) =>
      [...events.values()].some(
        ({ orderId, version, statusText }) =>
          orderId === order.id && version === order.version && statusText === order.statusText,
      ) || below.hasStep(order),
  };

  return {
    orders,
    alerts,
    events,
    kept,
    tx: {
      ...kept,
      // `below` is only read. The store takes the shop over itself when the work is done there.
      takeOver: () => false,
      saveOrder: (row) => void orders.set(row.stored.order.id, row),
      saveAlert: (alert) => void alerts.set(alert.id, alert),
      // It is sent once it is stored: the work is done again on the store then.
      queue: () => undefined,
      addEvent: ({ order, digest }, source, at) => {
        if (kept.hasEvent(order.id, digest)) return false;
        const { id: orderId, statusText, version } = order;
        events.set(newsKey(orderId, digest), { orderId, at, source, statusText, version });
        return true;
      },
    },
    absorb: (upper) => {
      for (const [id, row] of upper.orders) orders.set(id, row);
      for (const [id, alert] of upper.alerts) alerts.set(id, alert);
      for (const [key, event] of upper.events) events.set(key, event);
    },
    clear: () => {
      orders.clear();
      alerts.clear();
      events.clear();
    },
  };
}

/** Returns the stored alerts, with pending ones added or in their place; oldest first. */
export function withPending(stored: readonly Alert[], pending: readonly Alert[]): readonly Alert[] {
  if (pending.length === 0) return stored;
  const ids = new Set(pending.map(({ id }) => id));
  return [...stored.filter(({ id }) => !ids.has(id)), ...pending].toSorted(byAge);
}

function byAge(a: Alert, b: Alert): number {
  if (a.raisedAt !== b.raisedAt) return a.raisedAt < b.raisedAt ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function newsKey(orderId: string, digest: string): string {
  return `${orderId} ${digest}`;
}
