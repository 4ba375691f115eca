/** Requests without the secret are counted on one row a minute, so that they take no room from those of the platform. */
export const deliveryCountMigration = {
  version: 5,
  sql: `
ALTER TABLE deliveries ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
`,
} as const;
