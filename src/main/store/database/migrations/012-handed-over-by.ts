/** Who marked an order as handed over. Empty in every mark that was made before, and where no initials are kept. */
export const handedOverByMigration = {
  version: 12,
  sql: `
ALTER TABLE orders ADD COLUMN handed_over_by TEXT;
`,
} as const;
