/**
 * When somebody was last reminded of a bag that nobody comes for, when that was seen, and that nobody wants to be reminded.
 * The index holds only the few bags that wait, because they are read at every look.
 */
export const unclaimedMigration = {
  version: 8,
  sql: `
ALTER TABLE alerts ADD COLUMN told_at TEXT;
ALTER TABLE alerts ADD COLUMN told_seen_at TEXT;
ALTER TABLE alerts ADD COLUMN silenced_at TEXT;
CREATE INDEX alerts_seen_ready ON alerts (raised_at)
  WHERE kind = 'ready' AND acknowledged_at IS NOT NULL AND closed_at IS NULL;
`,
} as const;
