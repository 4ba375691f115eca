import type { Alert } from '../../shared/alert.ts';
import { isOpenAlert } from '../../shared/alert.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { OrderStore } from '../core/ports.ts';
import type { Log } from '../log.ts';
import type { Notifications } from './notifications.ts';

/** More than this many at once become one toast that names their codes. */
const MAX_SINGLE_TOASTS = 4;

export type Alerts = {
  /** Shows what was just raised and takes away what no longer matters. */
  readonly update: (raised: readonly Alert[], closed: readonly Alert[]) => void;
  /** After a start: one digest stands for all alerts that nobody has seen yet. */
  readonly resume: () => void;
  /** Answers the alerts that are still open. */
  readonly acknowledge: (alertIds: readonly string[], by: string) => readonly Alert[];
};

/** Brings stored alerts to people's eyes; each has one toast, ever. */
export function createAlerts(deps: {
  readonly store: Pick<OrderStore, 'openAlerts' | 'markShown' | 'acknowledge'>;
  readonly notifications: Notifications;
  readonly texts: () => Texts;
  readonly now: () => string;
  readonly log: Log;
  readonly openCounter: () => void;
  readonly onChanged: (open: readonly Alert[]) => void;
}): Alerts {
  const { store, notifications } = deps;

  const digest = (alerts: readonly Alert[]): void => {
    const { alerts: words } = deps.texts();
    const urgent = alerts.filter((alert) => alert.kind === 'cancelled');
    const others = alerts.filter((alert) => alert.kind !== 'cancelled');
    const lines = [
      ...urgent.map((alert) => words.cancelledTitle(alert.code)),
      ...(others.length > 0 ? [others.map((alert) => alert.code).join(', ')] : []),
    ];
    notifications.show(
      { title: words.unseenTitle(alerts.length), body: lines.join('\n') },
      { critical: urgent.length > 0, onClick: deps.openCounter },
    );
  };

  const markShown = (alerts: readonly Alert[]): void => {
    try {
      store.markShown(
        alerts.map((alert) => alert.id),
        deps.now(),
      );
    } catch (error) {
      deps.log.error('Could not note that alerts were shown', error);
    }
  };

  return {
    update: (raised, closed) => {
      notifications.dismiss(closed.map((alert) => alert.id));
      const fresh = raised.filter((alert) => isOpenAlert(alert) && alert.shownAt === null);
      if (fresh.length > MAX_SINGLE_TOASTS) digest(fresh);
      else fresh.forEach(notifications.showAlert);
      if (fresh.length > 0) markShown(fresh);
      if (raised.length + closed.length > 0) deps.onChanged(store.openAlerts());
    },
    resume: () => {
      const open = store.openAlerts();
      const [first] = open;
      if (first !== undefined && open.length === 1 && first.shownAt === null) notifications.showAlert(first);
      else if (open.length > 0) digest(open);
      if (open.length > 0) markShown(open);
      deps.onChanged(open);
    },
    acknowledge: (alertIds, by) => {
      const done = store.acknowledge(alertIds, by, deps.now());
      notifications.dismiss(done.map((alert) => alert.id));
      const open = store.openAlerts();
      deps.onChanged(open);
      return open;
    },
  };
}
