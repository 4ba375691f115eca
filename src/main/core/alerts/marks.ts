import { alertSubject, isOpenAlert, type Alert } from '../../../shared/alert.ts';
import type { OrderTransaction } from '../orders/types.ts';

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

function findAll(tx: AlertRows, alertIds: readonly string[]): readonly Alert[] {
  return [...new Set(alertIds)].flatMap((id) =>
    tx.findAlerts(alertSubject(id)).filter((alert) => alert.id === id),
  );
}
