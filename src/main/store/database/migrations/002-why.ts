/** What "¿Por qué no sonó?" needs: how each alert could be heard, and when the app was running. */
export const whyMigration = {
  version: 2,
  sql: `
ALTER TABLE alerts ADD COLUMN circumstance TEXT;
CREATE INDEX orders_code ON orders (code);
CREATE INDEX deliveries_order ON deliveries (order_id) WHERE order_id IS NOT NULL;
CREATE TABLE presence (
  from_at TEXT NOT NULL PRIMARY KEY,
  to_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
