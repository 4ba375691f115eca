/**
 * What happened in some days is looked up by time. The list of orders has the same order. New rows go to the end of both,
 * so that what a webhook waits for grows by a page each.
 */
export const dayMigration = {
  version: 10,
  sql: `
CREATE INDEX orders_by_time ON orders (shop, at);
CREATE INDEX alerts_by_time ON alerts (shop, raised_at);
`,
} as const;
