import { isOpenAlert } from '../../../shared/orders/alert.ts';
import type { OrderShop, OrderSource } from '../../../shared/orders/order.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import { planOrderAlerts } from './order-alerts.ts';
import { keptBelievable, latestVersion, withBelievable } from './time-limits.ts';
import { isSame, mergeNews } from './merge.ts';
import type {
  ApplyOutcome,
  IncomingOrder,
  KeptOrder,
  OrderStore,
  OrderTransaction,
  Ingest,
  PassOn,
} from './types.ts';

/** Alerts left unseen under another shop open again when they are no older than this. */
const REOPENS_MS = 24 * 60 * 60 * 1000;

type Arrival = {
  readonly source: OrderSource;
  readonly at: string;
  readonly isClockProven: boolean;
  readonly passOn: PassOn;
};
const PASS_ON_NOTHING: PassOn = () => [];

/**
 * Returns the only function that writes orders: one transaction for all given orders, committed when it returns, so the
 * caller may respond with 200 and publish the changes afterwards. It throws what the store throws, and then nothing is
 * stored.
 */
export function createIngest({
  store,
  now,
  isClockProven = () => true,
  isOurs = () => true,
  passOn = () => PASS_ON_NOTHING,
}: {
  readonly store: Pick<OrderStore, 'transact'>;
  /** The platform's time, as well as it is known. */
  readonly now: Now;
  /** False while only this computer's clock is known. */
  readonly isClockProven?: () => boolean;
  /** Returns whether an order that names this shop is stored; see `matchShop`. */
  readonly isOurs?: (shop: OrderShop) => boolean;
  /** Returns how changes are passed on, by the settings of this moment. */
  readonly passOn?: () => PassOn;
}): Ingest {
  return (orders, source) => {
    const arrival: Arrival = { source, at: now(), isClockProven: isClockProven(), passOn: passOn() };
    const own = orders.map((news) => (isOurs(news.order.shop) ? news : null));
    if (own.every((news) => news === null)) return orders.map(otherShop);
    return store.transact((tx) =>
      orders.map((news, index) => (own[index] === null ? otherShop(news) : applyNews(tx, news, arrival))),
    );
  };
}

function otherShop({ order }: IncomingOrder): ApplyOutcome {
  return { kind: 'other-shop', orderId: order.id };
}

function applyNews(tx: OrderTransaction, told: IncomingOrder, arrival: Arrival): ApplyOutcome {
  const { source, at, isClockProven } = arrival;
  // With a clock that may be years behind, every version would look like the future.
  const latest = isClockProven ? latestVersion(at) : null;
  const news = latest === null ? told : { ...told, order: withBelievable(told.order, latest) };
  const orderId = news.order.id;
  // A newer version of this app may read more out of the same body.
  const isTakenOver = tx.takeOver(orderId, shiftIso(at, -REOPENS_MS));
  const isKnown = !isTakenOver && source !== 'reprocess' && tx.hasEvent(orderId, news.digest);
  if (isKnown && !isFirstCall(tx, news, source)) return { kind: 'unchanged', orderId };
  const before = tx.findOrder(orderId);
  const alerts = tx.findAlerts(orderId);
  const known = before === null || latest === null ? before : keptBelievable(before, latest);
  const after = mergeNews(known, news, source, at);
  // Also for an order that is new here: alerts survive a damaged orders file, and their orders are read from the
  // platform again.
  const { raised, closed, quiet } = planOrderAlerts(after, alerts, { ...arrival, news: news.order });
  const isChange = before === null || isTakenOver || !isSame(before.stored, after.stored);
  const isMoved = isChange || raised.length + closed.length > 0;
  if (isMoved || isUntoldPast(tx, known, news)) tx.addEvent(news, source, at);
  if (isMoved || JSON.stringify(before) !== JSON.stringify(after)) tx.saveOrder(after);
  for (const alert of [...raised, ...closed, ...quiet]) tx.saveAlert(alert);
  if (!isMoved) return { kind: 'unchanged', orderId };
  for (const message of arrival.passOn(news, after.stored, at)) tx.queue(message);
  if (!isTakenOver) {
    return {
      kind: 'changed',
      change: { before: before?.stored ?? null, after: after.stored, raised, closed },
    };
  }
  // For this shop the order is new, and so are its open alerts.
  const open = tx.findAlerts(orderId).filter(isOpenAlert);
  return { kind: 'changed', change: { before: null, after: after.stored, raised: open, closed } };
}

/** A status that nobody knows rings when the platform calls with it, also when asking had found the same news before. */
function isFirstCall(tx: OrderTransaction, { order }: IncomingOrder, source: OrderSource): boolean {
  return (
    source === 'webhook' &&
    order.status === 'UNKNOWN' &&
    tx.findAlerts(order.id).every(({ kind }) => kind !== 'unclear')
  );
}

/** An older event belongs to the order's history, once; an event that differs only in an unused field does not. */
function isUntoldPast(tx: OrderTransaction, before: KeptOrder | null, { order }: IncomingOrder): boolean {
  const known = before?.stored.order.version ?? null;
  return known !== null && (order.version ?? '') < known && !tx.hasStep(order);
}
