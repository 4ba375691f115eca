import { onTestFinished } from 'vitest';
import { createHandOver } from '../../../../src/main/core/orders/hand-over.ts';
import { createAmountsToCollect } from '../../../../src/main/core/orders/summary.ts';
import type { IncomingOrder, OrderChange, OrderStore } from '../../../../src/main/core/orders/types.ts';
import { createIngest } from '../../../../src/main/core/orders/ingest.ts';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { createShow, type Show } from '../../../../src/main/core/alerts/show.ts';
import { timing } from '../../../../src/main/timing.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../../src/shared/settings/alert-settings.ts';
import type { TrayModel } from '../../../../src/main/core/alerts/tray-model.ts';
import type { CardState } from '../../../../src/shared/orders/card.ts';
import type { OrderStatus, OrderSummary } from '../../../../src/shared/orders/order.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { createFixedClock } from '../../../fakes/fixed-clock.ts';
import { openTempStore } from '../../../fakes/temp-store.ts';
import { alertCode, type Alert } from '../../../../src/shared/orders/alert.ts';

export const es = textsFor('es');

export type ShownToast = {
  readonly title: string;
  readonly body: string;
  readonly critical: boolean;
  /** How many open alerts the store knew as shown at that moment. */
  readonly knownAsShown: number;
};

/** What a shop sees: toasts, card and list, on the real store. */
export function createDeskRig({
  schedule = timing.schedule,
  isBusy = false,
  breaks = new Set(),
}: {
  readonly schedule?: typeof timing.schedule;
  /** What is asked for waits. */ readonly isBusy?: boolean;
  /** These parts of the desktop throw whatever they are told. */
  readonly breaks?: ReadonlySet<string>;
} = {}) {
  const clock = createFixedClock();
  const { now } = clock;
  const temp = openTempStore(now);
  onTestFinished(temp.close);
  const store: OrderStore = temp.store;
  const receive = createIngest({ store, now });
  const board = createHealthBoard({ now, onChange: () => undefined });
  const toasts: ShownToast[] = [];
  const list = new Map<string, OrderStatus>();
  let card: CardState | null = null;
  let tray: TrayModel | null = null;
  /** The ids of alerts that were told now, and of those whose toasts were removed. */
  const [shown, dismissed, errors]: [string[], string[], string[]] = [[], [], []];
  const asked: string[] = [];
  let alerts: readonly Alert[] = [];
  let tones = 0;
  let isSilent = false;

  const touch = (part: 'ring' | 'card' | 'tray' | 'list' | 'pages'): void => {
    if (breaks.has(part)) throw new Error(`No ${part}`);
  };
  const toast = (title: string, body = '', critical = false): void => {
    const knownAsShown = store.openAlerts().filter(({ shownAt }) => shownAt !== null).length;
    toasts.push({ title, body, critical, knownAsShown });
  };
  const showOrders = (orders: readonly Pick<OrderSummary, 'id' | 'status'>[]): void => {
    touch('list');
    orders.forEach(({ id, status }) => list.set(id, status));
  };

  /** The desktop of a process that has just started. */
  const start = () => {
    const show: Show = createShow({
      store,
      toasts: {
        showAlert: (alert) =>
          toast(
            alert.kind === 'ready'
              ? es.alerts.readyTitle(alert.code)
              : es.alerts.cancelledTitle(alertCode(alert)),
          ),
        show: ({ title, body }, options) => toast(title, body, options?.critical ?? false),
        dismiss: (ids) => void dismissed.push(...ids),
        whenFree: (run) => run(),
      },
      toCollect: createAmountsToCollect(store, () => ({ language: 'es', shop: { country: 'uy' } })),
      ringer: {
        waiting: (open) => open.map((alert) => ({ alert, ageMs: 0 })),
        time: () => ({ minuteOfDay: 12 * 60, msOfMinute: 0, mutedForMs: isSilent ? 60_000 : 0 }),
        follow: () => touch('ring'),
      },
      facts: () => ({
        settings: DEFAULT_ALERT_SETTINGS,
        health: board.read(),
        refreshing: false,
        mutedUntil: null,
        demo: 'none',
        hasRiders: false,
        clock: (iso) => iso,
        isTimeKnown: true,
        texts: es,
      }),
      schedule,
      paced: (run) => ({
        ask: (urgency = 'usual') => {
          asked.push(urgency);
          if (!isBusy) run();
        },
        run,
        stop: () => undefined,
      }),
      handOver: createHandOver({ store, now }),
      now,
      log: { error: (message) => void errors.push(message) },
      openCounter: () => undefined,
      onAlerts: (open) => {
        touch('pages');
        alerts = open;
      },
      onTray: (model) => {
        touch('tray');
        tray = model;
      },
      onShown: (ids) => void shown.push(...ids),
      onOrders: showOrders,
      onTone: () => {
        tones += 1;
      },
      onSilenced: () => undefined,
      onCard: (state) => {
        touch('card');
        card = state;
      },
    });
    onTestFinished(show.stop);
    return { alerts: show, publish: show.publish };
  };

  return {
    store,
    clock,
    toasts,
    start,
    /** Ids of alerts as each was told, and as its toast was removed; what went wrong; how urgently a look was asked for. */
    shown,
    dismissed,
    errors,
    asked,
    /** The open alerts that pages were told of last. */
    alerts: () => alerts.map(({ id }) => id),
    titles: () => toasts.map(({ title }) => title),
    /** How the window's list shows each order. */
    listed: () => Object.fromEntries(list),
    card: () => card,
    tray: () => tray,
    /** How many times the tone of bags that nobody comes for was played. */
    tones: () => tones,
    silence: (isOn: boolean) => {
      isSilent = isOn;
    },
    /** Takes news in with one commit; answers its changes, which nobody has been shown yet. */
    commit: (...orders: readonly IncomingOrder[]): readonly OrderChange[] => {
      clock.move(1_000);
      return receive(orders, 'webhook').flatMap((one) => (one.kind === 'changed' ? [one.change] : []));
    },
  };
}
