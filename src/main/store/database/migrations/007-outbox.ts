/** Messages to places of the owner. They are written with the order that they tell of, and sent later. */
export const outboxMigration = {
  version: 7,
  sql: `
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  target TEXT NOT NULL,
  lane TEXT NOT NULL,
  code TEXT NOT NULL,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting',
  tries INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL,
  tried_at TEXT,
  trouble TEXT,
  status INTEGER,
  UNIQUE (target, id)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (target, lane, seq) WHERE state = 'waiting';
`,
} as const;
