import { alertCode, ALERT_KINDS, type Alert } from '../../../shared/orders/alert.ts';
import { PARTNER_ERROR_CODES } from '../../../shared/partner.ts';
import type { SqlValue } from '../database/types.ts';
import { sourceOf } from './order-rows.ts';
import { oneOf, text, textOrNull, type Row } from './rows.ts';

export const ALERT_COLUMNS =
  'id, subject, kind, code, customer_first_name, reason, raised_at, since, source, shown_at, acknowledged_at, acknowledged_by, closed_at, told_at, told_seen_at, silenced_at';

/** Matches the alerts of one subject by primary key: every id begins with its subject. */
export const OF_SUBJECT = "id >= ?1 || ':' AND id < ?1 || ';'";

export function alertValues(alert: Alert): readonly SqlValue[] {
  return [
    alert.id,
    alert.subject,
    alert.kind,
    alertCode(alert),
    alert.kind === 'connection' ? null : alert.customerFirstName,
    alert.kind === 'connection' ? alert.cause : alert.reason,
    alert.raisedAt,
    alert.since,
    alert.source,
    alert.shownAt,
    alert.acknowledgedAt,
    alert.acknowledgedBy,
    alert.closedAt,
    ...(alert.kind === 'connection' || alert.reminder === undefined
      ? [null, null, null]
      : [alert.reminder.toldAt, alert.reminder.seenAt, alert.reminder.silencedAt]),
  ];
}

export function toAlert(row: Row): Alert {
  const any = {
    id: text(row, 'id'),
    subject: text(row, 'subject'),
    raisedAt: text(row, 'raised_at'),
    since: text(row, 'since'),
    source: sourceOf(row),
    shownAt: textOrNull(row, 'shown_at'),
    acknowledgedAt: textOrNull(row, 'acknowledged_at'),
    acknowledgedBy: textOrNull(row, 'acknowledged_by'),
    closedAt: textOrNull(row, 'closed_at'),
  };
  const kind = oneOf(row, 'kind', ALERT_KINDS, 'cancelled');
  if (kind === 'connection')
    return { ...any, kind, cause: oneOf(row, 'reason', PARTNER_ERROR_CODES, 'offline') };
  const reminder = {
    toldAt: textOrNull(row, 'told_at'),
    seenAt: textOrNull(row, 'told_seen_at'),
    silencedAt: textOrNull(row, 'silenced_at'),
  };
  return {
    ...any,
    ...(Object.values(reminder).every((at) => at === null) ? {} : { reminder }),
    kind,
    code: text(row, 'code'),
    customerFirstName: textOrNull(row, 'customer_first_name'),
    reason: textOrNull(row, 'reason'),
  };
}
