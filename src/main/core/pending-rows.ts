import type { Alert } from '../../shared/alert.ts';
import type { KeptOrder, KeptReader, OrderTransaction } from './ports.ts';

/** Rows that are not stored yet, lying over those that are. */
export type PendingRows = {
  readonly orders: ReadonlyMap<string, KeptOrder>;
  /** By id. */
  readonly alerts: ReadonlyMap<string, Alert>;
  /** How many pieces of news. */
  readonly newsCount: () => number;
  /** Both layers, read as one. */
  readonly kept: KeptReader;
  /** Writes into the upper layer only. */
  readonly tx: OrderTransaction;
  /** Takes over what another layer holds, which lies over this one. */
  readonly absorb: (upper: PendingRows) => void;
  readonly newsKeys: ReadonlySet<string>;
  readonly clear: () => void;
};

/** A layer of rows in memory over `below`, which is only ever read. */
export function createPendingRows(below: KeptReader): PendingRows {
  const orders = new Map<string, KeptOrder>();
  const alerts = new Map<string, Alert>();
  const newsKeys = new Set<string>();

  const kept: KeptReader = {
    findOrder: (orderId) => orders.get(orderId) ?? below.findOrder(orderId),
    findAlerts: (subject) =>
      withPending(
        below.findAlerts(subject),
        [...alerts.values()].filter((alert) => alert.subject === subject),
      ),
    hasEvent: (orderId, digest) => newsKeys.has(newsKey(orderId, digest)) || below.hasEvent(orderId, digest),
  };

  return {
    orders,
    alerts,
    newsKeys,
    newsCount: () => newsKeys.size,
    kept,
    tx: {
      findOrder: kept.findOrder,
      findAlerts: kept.findAlerts,
      saveOrder: (row) => void orders.set(row.stored.order.id, row),
      saveAlert: (alert) => void alerts.set(alert.id, alert),
      addEvent: ({ order, digest }) => {
        if (kept.hasEvent(order.id, digest)) return false;
        newsKeys.add(newsKey(order.id, digest));
        return true;
      },
    },
    absorb: (upper) => {
      for (const [id, row] of upper.orders) orders.set(id, row);
      for (const [id, alert] of upper.alerts) alerts.set(id, alert);
      for (const key of upper.newsKeys) newsKeys.add(key);
    },
    clear: () => {
      orders.clear();
      alerts.clear();
      newsKeys.clear();
    },
  };
}

/** Stored alerts with the pending ones in their place or added, oldest first. */
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
