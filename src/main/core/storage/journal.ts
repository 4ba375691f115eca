import type { Alert } from '../../../shared/alert.ts';
import { acknowledge, markShown, unacknowledge } from '../alerts/marks.ts';
import { createOverlayRows, withPending, type OverlayRows } from './overlay-rows.ts';
import { createOverlayView } from './overlay-view.ts';
import type { KeptReader, OpenOrderStore, OrderStore, OrderTransaction } from '../orders/types.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';

/**
 * How many pieces of news are held in memory. One of twelve products takes some 20 KB, so this is 40 MB, and several days
 * of a busy shop; storing them takes 0.2 s. Beyond it only news that an alert hangs on is held, up to twice as many; the
 * rest is found again by the next poll.
 */
const MAX_NEWS = 2_000;

type Work = (tx: OrderTransaction) => unknown;

export type Journal = {
  /** What is stored and what is pending, as one. Its `transact` answers also when the store cannot take anything. */
  readonly store: Omit<OrderStore, 'countOrders' | 'newestNewsAt' | 'purge'>;
  /** What is pending alone. */
  readonly rows: Pick<OverlayRows, 'orders' | 'alerts' | 'events'>;
  /** Puts everything pending into the store, in one transaction. Throws what the store throws. */
  readonly storeAll: () => void;
  /** The file was made anew: what is known of its alerts goes into it, so that none is lost and none rings again. */
  readonly carryOver: () => void;
};

/**
 * Keeps an app going whose disk fails. What cannot be stored is done to rows in memory, by the very work that would have
 * written them, and that work is done again on the store when it takes something: the same code decides both times.
 * As long as anything is pending, `watch` says so, and whoever promised that it is stored must not.
 */
export function createJournal({
  store,
  watch,
  log,
  maxNews = MAX_NEWS,
}: {
  readonly store: OpenOrderStore;
  readonly watch: CircuitBreaker;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
  readonly maxNews?: number;
}): Journal {
  const { read } = watch;
  let works: readonly Work[] = [];
  let completeSync: string | null = null;
  /** News was not held: a run that read it is not complete. */
  let hasLetGo = false;
  let lastOpen: readonly Alert[] = [];

  const readOpen = (): readonly Alert[] => {
    lastOpen = read(store.openAlerts, () => lastOpen);
    return lastOpen;
  };
  const kept: KeptReader = {
    findOrder: (orderId) =>
      read(
        () => store.kept.findOrder(orderId),
        () => null,
      ),
    findAlerts: (subject) =>
      read(
        () => store.kept.findAlerts(subject),
        () => lastOpen.filter((alert) => alert.subject === subject),
      ),
    hasEvent: (orderId, digest) =>
      read(
        () => store.kept.hasEvent(orderId, digest),
        () => false,
      ),
    hasStep: (order) =>
      read(
        () => store.kept.hasStep(order),
        () => false,
      ),
  };
  const rows = createOverlayRows(kept);
  const none = (): readonly never[] => [];
  const view = createOverlayView(
    {
      findOrder: (orderId) =>
        read(
          () => store.findOrder(orderId),
          () => null,
        ),
      listOrders: () => read(store.listOrders, none),
      summariesOf: (orderIds) => read(() => store.summariesOf(orderIds), none),
      listWaiting: (since) => read(() => store.listWaiting(since), none),
      openAlerts: readOpen,
      alertsOf: kept.findAlerts,
    },
    rows,
  );

  const hold = <T>(work: (tx: OrderTransaction) => T): T => {
    const layer = createOverlayRows(rows.kept);
    const result = work(layer.tx);
    const isEmpty = layer.orders.size + layer.alerts.size + layer.events.size === 0;
    if (isEmpty) return result;
    const news = rows.events.size + layer.events.size;
    if (layer.events.size > 0 && news > maxNews) {
      hasLetGo = true;
      if (news > 2 * maxNews) throw new Error('Too much news waits to be stored', { cause: watch.trouble() });
      if (layer.alerts.size === 0) return result;
    }
    rows.absorb(layer);
    works = [...works, work];
    return result;
  };

  const transact: OrderStore['transact'] = (work) =>
    watch.write(
      () => store.transact(work),
      () => hold(work),
    );

  const storeOneByOne = (): void => {
    for (const work of works) {
      try {
        store.transact(work);
      } catch (error) {
        if (watch.isDown(error)) throw error;
        log.error('Pending news cannot be stored and is given up', error);
      }
      works = works.slice(1);
    }
  };

  return {
    store: {
      ...view,
      transact,
      markShown: (alertIds, at) => transact((tx) => markShown(tx, alertIds, at)),
      acknowledge: (alertIds, by, at) => transact((tx) => acknowledge(tx, alertIds, by, at)),
      unacknowledge: (alertIds) => transact((tx) => unacknowledge(tx, alertIds)),
      lastCompleteSync: () => completeSync ?? read(store.lastCompleteSync, () => null),
      saveCompleteSync: (startedAt) =>
        watch.write(
          () => store.saveCompleteSync(startedAt),
          () => {
            if (!hasLetGo) completeSync = startedAt;
          },
        ),
    },
    rows,
    storeAll: () => {
      try {
        if (works.length > 0) store.transact((tx) => works.forEach((work) => work(tx)));
      } catch (error) {
        if (watch.isDown(error)) throw error;
        // One of them is to blame: the others do not wait for it.
        storeOneByOne();
      }
      works = [];
      rows.clear();
      if (completeSync !== null) store.saveCompleteSync(completeSync);
      completeSync = null;
      hasLetGo = false;
    },
    carryOver: () => {
      const known = withPending(lastOpen, [...rows.alerts.values()]);
      const work: Work = (tx) => {
        for (const alert of known) {
          if (tx.findAlerts(alert.subject).every(({ id }) => id !== alert.id)) tx.saveAlert(alert);
        }
      };
      works = [work, ...works];
    },
  };
}
