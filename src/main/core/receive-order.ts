import type { OrderSource } from '../../shared/order.ts';
import { shiftIso } from '../../shared/time.ts';
import { planOrderAlerts } from './alert-rules.ts';
import { isSame, mergeNews } from './order-lifecycle.ts';
import type {
  ApplyOutcome,
  IncomingOrder,
  Now,
  OrderStore,
  OrderTransaction,
  ReceiveOrder,
} from './ports.ts';

/** At the first sync of a profile a READY order younger than this rings; older ones are listed in silence. */
const FIRST_SYNC_RING_MS = 24 * 60 * 60 * 1000;

type Arrival = { readonly source: OrderSource; readonly at: string; readonly isFirstSync: boolean };

/**
 * Builds the only way in which an order is written: one transaction for all given orders, committed when it returns, so
 * the caller may answer 200 and publish the changes afterwards. Throws what the store throws, and then nothing is kept.
 */
export function createReceiveOrder({
  store,
  now,
}: {
  readonly store: Pick<OrderStore, 'transact'>;
  readonly now: Now;
}): ReceiveOrder {
  return (orders, source, { firstSync = false } = {}) => {
    if (orders.length === 0) return [];
    const arrival: Arrival = { source, at: now(), isFirstSync: firstSync };
    return store.transact((tx) => orders.map((order) => applyNews(tx, order, arrival)));
  };
}

function applyNews(tx: OrderTransaction, news: IncomingOrder, arrival: Arrival): ApplyOutcome {
  const { source, at, isFirstSync } = arrival;
  const orderId = news.order.id;
  const isNews = tx.addEvent(news, source, at);
  // A newer version of this app may read more out of the same body.
  if (!isNews && source !== 'reprocess') return { kind: 'unchanged', orderId };
  const before = tx.findOrder(orderId);
  const after = mergeNews(before, news, source, at);
  // What is already known here was seen happening: only what the first sync itself finds may be old.
  const ringsFrom = isFirstSync && before === null ? shiftIso(at, -FIRST_SYNC_RING_MS) : null;
  // Also of an order that is new here: an alert outlives a damaged file, its order is read from the platform again.
  const { raised, closed, quiet } = planOrderAlerts(after, tx.findAlerts(orderId), { at, source, ringsFrom });
  tx.saveOrder(after);
  for (const alert of [...raised, ...closed, ...quiet]) tx.saveAlert(alert);
  const isChange = before === null || !isSame(before.stored, after.stored);
  if (!isChange && raised.length === 0 && closed.length === 0) return { kind: 'unchanged', orderId };
  return {
    kind: 'changed',
    change: { before: before?.stored ?? null, after: after.stored, raised, closed },
  };
}
