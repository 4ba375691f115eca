/**
 * Orders and alerts belong to a shop. Which one those of before belong to stands in the settings: they get its key when the
 * file is used for the first time; see `shop-scope.ts`.
 */
export const shopMigration = {
  version: 6,
  sql: `
ALTER TABLE orders ADD COLUMN shop TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN shop TEXT NOT NULL DEFAULT '';
`,
} as const;
