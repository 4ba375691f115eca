import type { Alert } from '../../../shared/orders/alert.ts';
import { acknowledge, markShown, remind, unacknowledge } from '../alerts/marks.ts';
import { createOverlayRows, withPending, type OverlayRows } from './overlay-rows.ts';
import { createOverlayView } from './overlay-view.ts';
import type { KeptReader, OpenOrderStore, OrderStore, OrderTransaction } from '../orders/types.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';

/**
 * How many events are held in memory. One with twelve products takes some 20 KB, so this is 40 MB, or several days of a
 * busy shop; storing them takes 0.2 s. Above this limit, only events that open or close an alert are held, up to twice
 * as many; the next poll finds the rest again.
 */
const MAX_NEWS = 2_000;

type Work = (tx: OrderTransaction) => unknown;

export type Journal = {
  /** Stored and pending rows as one store. Its `transact` works even when the store cannot be written. */
  readonly store: Omit<OrderStore, 'countOrders' | 'newestNewsAt' | 'purge'>;
  /** Pending rows only. */
  readonly rows: Pick<OverlayRows, 'orders' | 'alerts' | 'events'>;
  /** Writes everything pending into the store, in one transaction. Throws what the store throws. */
  readonly storeAll: () => void;
  /**
   * Call it after the file was created anew: writes the known alerts into it, so that none is lost and none rings
   * again.
   */
  readonly carryOver: () => void;
};

/**
 * Keeps the app working while the disk fails. Work that cannot be stored is done on rows in memory, and done again on
 * the store once it works: the same code decides both times. While anything is pending, `breaker` reports it, and no part
 * of the app may claim that it is stored.
 */
export function createJournal({
  store,
  breaker,
  log,
  maxNews = MAX_NEWS,
}: {
  readonly store: OpenOrderStore;
  readonly breaker: CircuitBreaker;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
  readonly maxNews?: number;
}): Journal {
  const { read } = breaker;
  let works: readonly Work[] = [];
  let completeSync: string | null = null;
  /** An event was dropped, so a run that read it is not complete. */
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
      ordersWithProduct: (words, after) =>
        read(
          () => store.ordersWithProduct(words, after),
          () => ({ orderIds: [], next: null }),
        ),
      listWaiting: (since) => read(() => store.listWaiting(since), none),
      openAlerts: readOpen,
      listSeenReady: (since) => read(() => store.listSeenReady(since), none),
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
      if (news > 2 * maxNews)
        throw new Error('Too much news waits to be stored', { cause: breaker.trouble() });
      if (layer.alerts.size === 0) return result;
    }
    rows.absorb(layer);
    works = [...works, work];
    return result;
  };

  const transact: OrderStore['transact'] = (work) =>
    breaker.write(
      () => store.transact(work),
      () => hold(work),
    );

  const storeOneByOne = (): void => {
    for (const work of works) {
      try {
        store.transact(work);
      } catch (error) {
        if (breaker.isDown(error)) throw error;
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
      remind: (orderIds, change) => transact((tx) => remind(tx, orderIds, change)),
      unacknowledge: (alertIds) => transact((tx) => unacknowledge(tx, alertIds)),
      lastCompleteSync: () => completeSync ?? read(store.lastCompleteSync, () => null),
      saveCompleteSync: (startedAt) =>
        breaker.write(
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
        if (breaker.isDown(error)) throw error;
        // One of them caused the error; the others must not wait for it.
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
