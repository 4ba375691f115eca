/**
 * Every page that a commit touches is written and synced before a webhook gets its 200. These indexes served only the
 * daily purge and the question about one code, which both may read the whole table, and alerts whose key says the same.
 */
export const fewerIndexesMigration = {
  version: 3,
  sql: `
DROP INDEX orders_last_changed;
DROP INDEX orders_code;
DROP INDEX alerts_subject;
`,
} as const;
