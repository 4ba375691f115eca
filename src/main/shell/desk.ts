import path from 'node:path';
import type { Alert } from '../../shared/alert.ts';
import type { Health } from '../../shared/health.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { toSummary } from '../core/order-summary.ts';
import type { Now, OrderChange, OrderStore } from '../core/ports.ts';
import type { Log } from '../log.ts';
import { createAlerts } from './alerts.ts';
import { createNotifications, type ToastText } from './notifications.ts';
import { createTrayIcons } from './tray-icon.ts';
import { trayModel } from './tray-model.ts';
import { createTray } from './tray.ts';
import { createWindows, type WindowPlaces, type Windows } from './windows.ts';

const MENU_CLOCK_MS = 30_000;

export type Desk = Pick<Windows, 'broadcast' | 'showOrder'> & {
  /** The counter; the settings while there is no shop yet. */
  readonly open: () => void;
  readonly openSettings: () => void;
  /** Takes over what was unseen when the app ended. */
  readonly resume: () => void;
  /** Shows what a commit changed: list, toasts, tray. */
  readonly publish: (changes: readonly OrderChange[]) => void;
  /** Answers the alerts that are still open. */
  readonly acknowledge: (alertIds: readonly string[], by: string) => readonly Alert[];
  /** Draws the tray from what is stored now. */
  readonly showTray: () => void;
  readonly notify: (toast: ToastText) => void;
  readonly stop: () => void;
};

/** Everything staff can see: tray, toasts and windows. */
export function createDesk(deps: {
  readonly appPath: string;
  readonly store: Pick<OrderStore, 'openAlerts' | 'markShown' | 'acknowledge' | 'listWaiting'>;
  readonly places: WindowPlaces;
  readonly texts: () => Texts;
  readonly now: Now;
  readonly log: Log;
  readonly health: () => Health;
  readonly isRefreshing: () => boolean;
  readonly isConfigured: () => boolean;
  readonly onRefresh: () => void;
  readonly onQuit: () => void;
}): Desk {
  const { store, texts, log } = deps;
  const assets = path.join(deps.appPath, 'assets');
  const icon = path.join(assets, 'icons', '256x256.png');
  const windows = createWindows({
    preload: path.join(deps.appPath, 'out/preload/index.cjs'),
    icon,
    places: deps.places,
    log,
    onCounterClosed: () => {
      if (deps.places.isFirstClose()) {
        notifications.show({ title: texts().tray.stillRunningTitle, body: texts().tray.stillRunningBody });
      }
    },
  });
  const open = (): void => windows.show(deps.isConfigured() ? 'counter' : 'settings');
  const tray = createTray({
    icons: createTrayIcons(assets),
    actions: { open, refresh: deps.onRefresh, quit: deps.onQuit, showOrder: windows.showOrder },
  });
  const showTray = (): void =>
    tray.show(
      trayModel({
        openAlerts: store.openAlerts(),
        orders: store.listWaiting(),
        health: deps.health(),
        refreshing: deps.isRefreshing(),
        nowMs: Date.now(),
        texts: texts(),
      }),
    );
  const notifications = createNotifications({
    texts,
    icon,
    log,
    onAlertClick: (alert) => windows.showOrder(alert.subject),
  });
  const alerts = createAlerts({
    store,
    notifications,
    texts,
    now: deps.now,
    log,
    openCounter: open,
    onChanged: (openAlerts) => {
      windows.broadcast('alerts:changed', openAlerts);
      showTray();
    },
  });
  // The menu says how long orders have waited.
  const menuClock = setInterval(showTray, MENU_CLOCK_MS);

  return {
    broadcast: windows.broadcast,
    showOrder: windows.showOrder,
    open,
    openSettings: () => windows.show('settings'),
    resume: alerts.resume,
    publish: (changes) => {
      if (changes.length === 0) return;
      windows.broadcast(
        'orders:changed',
        changes.map((change) => toSummary(change.after)),
      );
      alerts.update(
        changes.flatMap((change) => change.raised),
        changes.flatMap((change) => change.closed),
      );
      showTray();
    },
    acknowledge: alerts.acknowledge,
    showTray,
    notify: (toast) => notifications.show(toast, { onClick: open }),
    stop: () => {
      clearInterval(menuClock);
      windows.closeAll();
      notifications.dismissAll();
      tray.destroy();
    },
  };
}
