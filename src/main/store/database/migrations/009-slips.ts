/**
 * The slips of orders, each noted before a printer gets it. No reference to `orders`: what was printed is remembered also
 * when an order has to be read from the platform again.
 */
export const slipsMigration = {
  version: 9,
  sql: `
CREATE TABLE slips (
  order_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (order_id, kind)
) STRICT, WITHOUT ROWID;
`,
} as const;
