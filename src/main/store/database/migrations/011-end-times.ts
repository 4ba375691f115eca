/**
 * When an order left the shop and when it was cancelled stand in the list. Of kept orders the events say it, else the
 * alert, else the last change.
 */
export const endTimesMigration = {
  version: 11,
  sql: `
ALTER TABLE orders ADD COLUMN left_at TEXT;
ALTER TABLE orders ADD COLUMN cancelled_at TEXT;
UPDATE orders SET left_at = coalesce(
  (SELECT min(CASE WHEN version >= '2015' THEN version ELSE at END) FROM events
   WHERE order_id = orders.id AND upper(status_text) IN ('PICKED_UP', 'DISPATCHED', 'DELIVERED')),
  CASE WHEN status <> 'CANCELLED' THEN last_changed_at END)
WHERE was_picked_up;
UPDATE orders SET cancelled_at = coalesce(
  CASE WHEN cancelled_version >= '2015' THEN cancelled_version END,
  (SELECT min(raised_at) FROM alerts
   WHERE subject = orders.id AND kind IN ('cancelled', 'cancelled-after-handover')),
  last_changed_at)
WHERE status = 'CANCELLED';
`,
} as const;
