/**
 * An amount to collect that cannot be read reliably stands in the list as it was sent. Kept orders have it in their bodies;
 * a text without a digit is no amount.
 */
export const collectTextMigration = {
  version: 14,
  sql: `
ALTER TABLE orders ADD COLUMN collect_text TEXT;
UPDATE orders SET collect_text = found.amount
FROM (
  SELECT order_id, CASE
    WHEN NOT json_valid(body) THEN NULL
    WHEN json_type(body, '$.totals.texts.collectAtPickup') = 'text'
    THEN json_extract(body, '$.totals.texts.collectAtPickup')
  END AS amount FROM order_bodies
) AS found
WHERE found.order_id = orders.id AND found.amount GLOB '*[0-9]*' AND length(found.amount) <= 40;
`,
} as const;
