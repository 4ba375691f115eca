/**
 * What is to be collected when a bag is handed over stands in the list. Kept orders have it in their bodies; a body that
 * cannot be read, or an amount that is none, says nothing.
 */
export const collectMigration = {
  version: 4,
  sql: `
ALTER TABLE orders ADD COLUMN collect_minor INTEGER;
UPDATE orders SET collect_minor = found.amount
FROM (
  SELECT order_id, CASE
    WHEN NOT json_valid(body) THEN NULL
    WHEN json_type(body, '$.totals.collectAtPickupMinor') = 'integer'
    THEN max(json_extract(body, '$.totals.collectAtPickupMinor'), 0)
  END AS amount FROM order_bodies
) AS found
WHERE found.order_id = orders.id AND found.amount > 0;
`,
} as const;
