import { ALERT_KINDS } from '../../../shared/orders/alert.ts';
import type { DayAlert, DayOrder } from '../../../shared/orders/day.ts';
import type { Span } from '../../core/day/calendar.ts';
import type { DayStore } from '../../core/day/read.ts';
import type { Database } from '../database/types.ts';
import { currencyOf } from './order-rows.ts';
import { flag, flagOrNull, integer, integerOrNull, oneOf, text, textOrNull, type Row } from './rows.ts';

/** A status as letters only: news keep it as it was sent. */
const STATUS = "replace(replace(replace(upper(e.status_text), '_', ''), '-', ''), ' ', '')";
const AT = 'coalesce(e.version, e.at)';

const ORDERS = `SELECT o.code, o.external_id, o.customer_first_name, o.status, o.version, o.was_picked_up,
    o.is_cancelled_after_pick_up, o.cancelled_by, o.cancelled_reason, o.first_seen_at, o.ready_at, o.handed_over_at, o.handed_over_by,
    o.cancelled_version, o.last_changed_at, o.line_count, o.total_minor, o.currency,
    min(CASE WHEN ${STATUS} = 'READYFORPICKUP' THEN e.at END) AS ready_known_at,
    min(CASE WHEN ${STATUS} IN ('PICKEDUP', 'DISPATCHED', 'DELIVERED') THEN ${AT} END) AS picked_up_at,
    min(CASE WHEN instr(${STATUS}, 'CANCEL') THEN e.at END) AS cancelled_known_at,
    coalesce(max(e.source = 'webhook'), 0)
      OR EXISTS (SELECT 1 FROM deliveries AS d WHERE d.order_id = o.id AND d.outcome IN ('stored', 'duplicate'))
      AS had_webhook
  FROM orders AS o LEFT JOIN events AS e ON e.order_id = o.id
  WHERE o.shop = ?1 AND o.at >= ?2 AND o.at < ?3 AND o.last_changed_at >= ?4
  GROUP BY o.id`;

const ALERTS = `SELECT kind, code, raised_at, since, acknowledged_at, acknowledged_by, closed_at FROM alerts
  WHERE shop = ?1 AND raised_at >= ?2 AND raised_at < ?3 ORDER BY raised_at, id`;

/** Reads what some days need to know, in pieces: each may be read between two alerts. */
export function createDayFacts({
  db,
  flush,
  shop,
}: {
  readonly db: Database;
  /** Writes the deliveries that wait. */
  readonly flush: () => void;
  /** Whose rows count; see `shop-scope.ts`. */
  readonly shop: () => string;
}): DayStore {
  return {
    orders: ({ from, to }: Span, changedSince) => {
      flush();
      return db.prepare(ORDERS).all(shop(), from, to, changedSince).map(toDayOrder);
    },
    alerts: ({ from, to }: Span) => db.prepare(ALERTS).all(shop(), from, to).map(toDayAlert),
    presence: () =>
      db
        .prepare('SELECT * FROM presence ORDER BY from_at')
        .all()
        .map((row) => ({ from: text(row, 'from_at'), to: text(row, 'to_at') })),
  };
}

function toDayOrder(row: Row): DayOrder {
  const isCancelled = text(row, 'status') === 'CANCELLED';
  const wasPickedUp = flag(row, 'was_picked_up');
  const lastChangedAt = text(row, 'last_changed_at');
  return {
    code: text(row, 'code'),
    externalId: textOrNull(row, 'external_id'),
    initial: initialOf(textOrNull(row, 'customer_first_name')),
    isCancelled,
    isReady: text(row, 'status') === 'READY_FOR_PICKUP',
    wasPickedUp,
    isCancelledAfterPickUp: flagOrNull(row, 'is_cancelled_after_pick_up'),
    cancelledBy: textOrNull(row, 'cancelled_by'),
    cancelledReason: textOrNull(row, 'cancelled_reason'),
    firstSeenAt: text(row, 'first_seen_at'),
    readyAt: textOrNull(row, 'ready_at'),
    readyKnownAt: textOrNull(row, 'ready_known_at'),
    handedOverAt: textOrNull(row, 'handed_over_at'),
    handedOverBy: textOrNull(row, 'handed_over_by'),
    // The news of it may be gone, as in an order that has very many.
    pickedUpAt:
      textOrNull(row, 'picked_up_at') ?? (wasPickedUp && !isCancelled ? textOrNull(row, 'version') : null),
    cancelledAt: isCancelled ? (textOrNull(row, 'cancelled_version') ?? lastChangedAt) : null,
    cancelledKnownAt: textOrNull(row, 'cancelled_known_at'),
    hadWebhook: flag(row, 'had_webhook'),
    lineCount: integer(row, 'line_count'),
    totalMinor: integerOrNull(row, 'total_minor'),
    currency: currencyOf(row),
  };
}

function toDayAlert(row: Row): DayAlert {
  return {
    kind: oneOf(row, 'kind', ALERT_KINDS, 'cancelled'),
    code: text(row, 'code'),
    raisedAt: text(row, 'raised_at'),
    since: text(row, 'since'),
    acknowledgedAt: textOrNull(row, 'acknowledged_at'),
    acknowledgedBy: textOrNull(row, 'acknowledged_by'),
    closedAt: textOrNull(row, 'closed_at'),
  };
}

function initialOf(name: string | null): string {
  const [first = ''] = (name ?? '').trim();
  return first.toLocaleUpperCase();
}
