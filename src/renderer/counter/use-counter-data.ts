import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Alert } from '../../shared/orders/alert.ts';
import type { Health } from '../../shared/health/health.ts';
import { assertNever } from '../../shared/result.ts';
import { createLive, useLive } from '../live.ts';
import { useShop } from '../shop-context.ts';
import {
  mergeOrders,
  newAlerts,
  toOpenAlerts,
  toOrderBook,
  type OpenAlerts,
  type OrderBook,
} from './list/order-book.ts';
import type { Announcer } from './notices/announcer.tsx';

export type CounterData = {
  readonly phase: 'loading' | 'failed' | 'ready';
  /** While it loads: the orders that wait, as soon as they are known. */
  readonly book: OrderBook;
  readonly openAlerts: readonly Alert[];
  readonly alerts: OpenAlerts;
  readonly health: Health | null;
  readonly reload: () => void;
  readonly acknowledge: (alertIds: readonly string[]) => void;
};

const NO_ORDERS: OrderBook = new Map();
const NO_ALERTS: readonly Alert[] = [];

/** Loads orders, alerts and health from main and keeps them up to date. */
export function useCounterData(say: Announcer['say']): CounterData {
  const { api, texts } = useShop();
  const [waiting, setWaiting] = useState(NO_ORDERS);
  const orders = useLive<OrderBook>(() =>
    createLive({
      read: async () => {
        // The list of weeks takes its time, and the window was opened for what waits.
        await api['orders:waiting']()
          .then((early) => setWaiting(toOrderBook(early)))
          .catch(() => undefined);
        return toOrderBook(await api['orders:list']());
      },
      listen: (apply) => {
        const ends = [
          api.on('orders:changed', (changed) => apply((book) => mergeOrders(book, changed))),
          api.on('orders:replaced', (all) => apply(() => toOrderBook(all))),
        ];
        return () => ends.forEach((end) => end());
      },
    }),
  );
  const alerts = useLive<readonly Alert[]>(() =>
    createLive({
      read: () => api['alerts:open'](),
      listen: (apply) => api.on('alerts:changed', (open) => apply(() => open)),
    }),
  );
  const health = useLive<Health>(() =>
    createLive({
      read: () => api['health:read'](),
      listen: (apply) => api.on('health:changed', (next) => apply(() => next)),
    }),
  );
  const openAlerts = alerts.state.phase === 'ready' ? alerts.state.value : NO_ALERTS;
  useNewAlerts(alerts.state.phase === 'ready' ? alerts.state.value : null, say);

  const acknowledge = useCallback(
    (alertIds: readonly string[]) => {
      if (alertIds.length === 0) return;
      api['alerts:acknowledge']({ alertIds })
        .then(() => {
          const seen = new Set(alertIds);
          alerts.live.apply((open) => open.filter((alert) => !seen.has(alert.id)));
          say(texts.orders.acknowledged(alertIds.length));
        })
        .catch(() => say(texts.orders.acknowledgeFailed, true));
    },
    [api, alerts.live, say, texts],
  );
  const reload = useCallback(() => {
    void orders.live.reload();
    void alerts.live.reload();
  }, [orders.live, alerts.live]);

  // Not before it is known which of them nobody has seen: they come first.
  const isEarly = orders.state.phase === 'loading' && alerts.state.phase === 'ready';
  const early = isEarly ? waiting : NO_ORDERS;

  return {
    phase: jointPhase(orders.state.phase, alerts.state.phase),
    book: orders.state.phase === 'ready' ? orders.state.value : early,
    openAlerts,
    alerts: useMemo(() => toOpenAlerts(openAlerts), [openAlerts]),
    health: health.state.phase === 'ready' ? health.state.value : null,
    reload,
    acknowledge,
  };
}

type Phase = CounterData['phase'];

function jointPhase(orders: Phase, alerts: Phase): Phase {
  if (orders === 'failed' || alerts === 'failed') return 'failed';
  return orders === 'loading' || alerts === 'loading' ? 'loading' : 'ready';
}

/** Announces each alert that comes while the window is open. The first ones are already on the screen. */
function useNewAlerts(open: readonly Alert[] | null, say: Announcer['say']): void {
  const { texts, times } = useShop();
  const before = useRef<readonly Alert[] | null>(null);
  useEffect(() => {
    if (open === null) return;
    if (before.current !== null) {
      const fresh = newAlerts(before.current, open);
      const sentences = fresh.map((alert) => {
        switch (alert.kind) {
          case 'ready':
            return texts.alerts.readyTitle(alert.code);
          case 'cancelled':
            return texts.alerts.cancelledTitle(alert.code);
          case 'cancelled-after-handover':
            return texts.alerts.cancelledAfterTitle(alert.code);
          case 'unclear':
            return texts.alerts.unclearTitle(alert.code);
          case 'connection':
            return `${texts.connection.title(alert.cause)}. ${texts.connection.body(alert.cause, times.clock(alert.since))}`;
          default:
            return assertNever(alert);
        }
      });
      if (sentences.length > 0)
        say(
          sentences.join('. '),
          fresh.some((alert) => alert.kind !== 'ready'),
        );
    }
    before.current = open;
  }, [open, say, texts, times]);
}
