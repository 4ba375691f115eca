import { createOldAlerts, type OldAlerts } from '../core/alerts/old-alerts.ts';
import type { OrderStore } from '../core/orders/types.ts';
import type { PlatformClock } from '../core/sync/platform-clock.ts';
import type { Log } from '../log.ts';
import type { Presenter } from '../shell/presenter.ts';
import { timing } from '../timing.ts';

/** What went unseen for days is shown by the presenter only when it rings after all. `shown`: the orders as people see them. */
export function composeOldAlerts<S extends Pick<OrderStore, 'openAlerts' | 'transact'>>(deps: {
  readonly orders: S;
  readonly clock: Pick<PlatformClock, 'now' | 'isProven'>;
  readonly presenter: () => Pick<Presenter, 'showAlerts' | 'resume'>;
  readonly log: Log;
}): Pick<OldAlerts, 'start' | 'stop'> & { readonly shown: S } {
  const { orders, presenter } = deps;
  const old = createOldAlerts({
    ...timing,
    ...deps,
    store: orders,
    onClosed: (closed) => presenter().showAlerts([], closed),
    onReleased: () => presenter().resume(),
  });
  return { start: old.start, stop: old.stop, shown: { ...orders, openAlerts: old.openAlerts } };
}
