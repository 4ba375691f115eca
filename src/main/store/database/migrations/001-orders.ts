/**
 * The normalised order stands in a table of its own: listing reads every row of `orders`, and must not read past bodies.
 * References are checked at the commit, so an event may be written before the order that it tells of.
 */
export const ordersMigration = {
  version: 1,
  sql: `
CREATE TABLE orders (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  code TEXT NOT NULL,
  external_id TEXT,
  status TEXT NOT NULL,
  status_text TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  promised_for TEXT,
  is_preorder INTEGER NOT NULL,
  customer_first_name TEXT,
  line_count INTEGER NOT NULL,
  total_minor INTEGER,
  currency TEXT NOT NULL,
  is_cancellation_told INTEGER NOT NULL,
  cancelled_by TEXT,
  cancelled_reason TEXT,
  is_cancelled_after_pick_up INTEGER,
  was_picked_up INTEGER NOT NULL,
  handed_over_at TEXT,
  version TEXT,
  ready_at TEXT,
  last_changed_at TEXT NOT NULL,
  source TEXT NOT NULL,
  content_rank INTEGER NOT NULL,
  content_digest TEXT NOT NULL,
  ready_version TEXT,
  cancelled_version TEXT,
  cancellation_version TEXT
) STRICT;
CREATE INDEX orders_last_changed ON orders (last_changed_at);
CREATE INDEX orders_waiting ON orders (at) WHERE status = 'READY_FOR_PICKUP' AND handed_over_at IS NULL;

CREATE TABLE order_bodies (
  order_id TEXT NOT NULL PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  digest TEXT NOT NULL,
  source TEXT NOT NULL,
  at TEXT NOT NULL,
  status_text TEXT NOT NULL,
  version TEXT,
  body TEXT NOT NULL,
  UNIQUE (order_id, digest)
) STRICT;

CREATE TABLE alerts (
  id TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  customer_first_name TEXT,
  reason TEXT,
  raised_at TEXT NOT NULL,
  since TEXT NOT NULL,
  source TEXT NOT NULL,
  shown_at TEXT,
  acknowledged_at TEXT,
  acknowledged_by TEXT,
  closed_at TEXT
) STRICT;
CREATE INDEX alerts_subject ON alerts (subject);
CREATE INDEX alerts_open ON alerts (raised_at) WHERE acknowledged_at IS NULL AND closed_at IS NULL;

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  status INTEGER NOT NULL,
  ms REAL NOT NULL,
  bytes INTEGER NOT NULL,
  order_id TEXT,
  detail TEXT
) STRICT;

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
