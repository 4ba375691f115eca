import {
  alertId,
  alertSubject,
  isOpenAlert,
  type Alert,
  type Reminder,
} from '../../../shared/orders/alert.ts';
import type { OrderTransaction } from '../orders/types.ts';

const NO_REMINDER: Reminder = { toldAt: null, seenAt: null, silencedAt: null };

type AlertRows = Pick<OrderTransaction, 'findAlerts' | 'saveAlert'>;

/** Stores when alerts were first shown. */
export function markShown(tx: AlertRows, alertIds: readonly string[], at: string): void {
  for (const alert of findAll(tx, alertIds)) {
    if (alert.shownAt === null) tx.saveAlert({ ...alert, shownAt: at });
  }
}

/** Marks these alerts as acknowledged and returns those that were open before. Unknown or closed ids are ignored. */
export function acknowledge(
  tx: AlertRows,
  alertIds: readonly string[],
  by: string,
  at: string,
): readonly Alert[] {
  const seen = findAll(tx, alertIds)
    .filter(isOpenAlert)
    .map((alert) => ({ ...alert, acknowledgedAt: at, acknowledgedBy: by }));
  seen.forEach(tx.saveAlert);
  return seen;
}

/** Takes an acknowledgement back; alerts that closed meanwhile stay closed. */
export function unacknowledge(tx: AlertRows, alertIds: readonly string[]): void {
  for (const alert of findAll(tx, alertIds)) {
    if (alert.closedAt === null) tx.saveAlert({ ...alert, acknowledgedAt: null, acknowledgedBy: null });
  }
}

/** Adds what happened about the bags of these orders that nobody comes for. Orders that were never ready are ignored. */
export function remind(tx: AlertRows, orderIds: readonly string[], change: Partial<Reminder>): void {
  for (const alert of findAll(
    tx,
    orderIds.map((id) => alertId(id, 'ready')),
  )) {
    if (alert.kind === 'connection') continue;
    tx.saveAlert({ ...alert, reminder: { ...NO_REMINDER, ...alert.reminder, ...change } });
  }
}

function findAll(tx: AlertRows, alertIds: readonly string[]): readonly Alert[] {
  return [...new Set(alertIds)].flatMap((id) =>
    tx.findAlerts(alertSubject(id)).filter((alert) => alert.id === id),
  );
}
