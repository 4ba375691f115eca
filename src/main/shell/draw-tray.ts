import type { MuteState } from '../../shared/mute.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { shiftIso } from '../../shared/time.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { Now } from '../core/support/now.ts';
import type { OrderStore } from '../core/orders/types.ts';
import { trayModel } from '../core/alerts/tray-model.ts';
import type { AppTray } from './tray.ts';

/** Whoever has not come for an order by then does not stand at the counter. */
const WAITS_AT_MOST_MS = 24 * 60 * 60 * 1000;

/** Draws the tray from what is stored now. */
export function drawTray(deps: {
  readonly tray: AppTray;
  readonly store: Pick<OrderStore, 'openAlerts' | 'listWaiting'>;
  readonly health: Pick<HealthBoard, 'read'>;
  readonly isRefreshing: () => boolean;
  readonly isConfigured: () => boolean;
  readonly isDemo: boolean;
  readonly mute: MuteState;
  readonly now: Now;
  /** A time as the shop's clock shows it. */
  readonly clock: (iso: string) => string;
  readonly texts: () => Texts;
}): void {
  const { store, now } = deps;
  deps.tray.show(
    trayModel({
      openAlerts: store.openAlerts(),
      orders: store.listWaiting(shiftIso(now(), -WAITS_AT_MOST_MS)),
      health: deps.health.read(),
      refreshing: deps.isRefreshing(),
      mutedUntil: deps.mute.until,
      demo: deps.isDemo ? 'inside' : deps.isConfigured() ? 'none' : 'offered',
      nowMs: Date.parse(now()),
      clock: deps.clock,
      texts: deps.texts(),
    }),
  );
}
