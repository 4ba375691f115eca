import { onTestFinished } from 'vitest';
import { createHandOver } from '../../../src/main/core/orders/hand-over.ts';
import { createAmountsToCollect } from '../../../src/main/core/orders/summary.ts';
import type { IncomingOrder, OrderChange, OrderStore } from '../../../src/main/core/orders/types.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { createAlerts, type Alerts } from '../../../src/main/shell/alerts.ts';
import { createShowNews } from '../../../src/main/shell/show-news.ts';
import type { CardState } from '../../../src/shared/card.ts';
import type { OrderStatus, OrderSummary } from '../../../src/shared/order.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';

export const es = textsFor('es');

export type ShownToast = {
  readonly title: string;
  readonly body: string;
  readonly critical: boolean;
  /** How many open alerts the store knew as shown at that moment. */
  readonly knownAsShown: number;
};

/** What a shop sees: toasts, card and list, on the real store. */
export function createDeskRig() {
  const clock = createFixedClock();
  const { now } = clock;
  const temp = openTempStore(now);
  onTestFinished(temp.close);
  const store: OrderStore = temp.store;
  const receive = createIngest({ store, now });
  const toasts: ShownToast[] = [];
  const list = new Map<string, OrderStatus>();
  let card: CardState | null = null;

  const show = (title: string, body = '', critical = false): void => {
    const knownAsShown = store.openAlerts().filter(({ shownAt }) => shownAt !== null).length;
    toasts.push({ title, body, critical, knownAsShown });
  };
  const showOrders = (orders: readonly Pick<OrderSummary, 'id' | 'status'>[]): void =>
    orders.forEach(({ id, status }) => list.set(id, status));

  /** The desktop of a process that has just started. */
  const start = () => {
    const alerts: Alerts = createAlerts({
      store,
      notifications: {
        showAlert: ({ kind, code }) =>
          show(kind === 'ready' ? es.alerts.readyTitle(code) : es.alerts.cancelledTitle(code)),
        show: ({ title, body }, options) => show(title, body, options?.critical ?? false),
        dismiss: () => undefined,
        whenFree: (run) => run(),
        stop: () => undefined,
      },
      toCollect: createAmountsToCollect(store, () => ({ language: 'es', shop: { country: 'uy' } })),
      ringer: { update: () => undefined, ring: () => null, mutedForMs: () => 0 },
      handOver: createHandOver({ store, now }),
      texts: () => es,
      now,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      openCounter: () => undefined,
      onChanged: () => undefined,
      onOrder: ({ after }) => showOrders([after.order]),
      onCard: (state) => {
        card = state;
      },
    });
    onTestFinished(alerts.stop);
    const publish = createShowNews({ store, alerts, showOrders, showTray: () => undefined });
    return { alerts, publish };
  };

  return {
    store,
    clock,
    toasts,
    start,
    titles: () => toasts.map(({ title }) => title),
    /** How the window's list shows each order. */
    listed: () => Object.fromEntries(list),
    card: () => card,
    /** Takes news in with one commit; answers its changes, which nobody has been shown yet. */
    commit: (...orders: readonly IncomingOrder[]): readonly OrderChange[] => {
      clock.move(1_000);
      return receive(orders, 'webhook').flatMap((one) => (one.kind === 'changed' ? [one.change] : []));
    },
  };
}
