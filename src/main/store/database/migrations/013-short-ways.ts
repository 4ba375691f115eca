/**
 * What is asked at each look, or stands before a print, is found by an index of the few rows that it is about. Only those
 * rows are in it, so that other writes touch no page more.
 */
export const shortWaysMigration = {
  version: 13,
  sql: `
CREATE INDEX outbox_tried ON outbox (target, tried_at) WHERE tried_at IS NOT NULL;
CREATE INDEX outbox_dead ON outbox (target, seq) WHERE state = 'dead';
CREATE INDEX outbox_by_time ON outbox (target, at);
CREATE INDEX orders_cancelled ON orders (last_changed_at) WHERE status = 'CANCELLED';
CREATE INDEX slips_printing ON slips (at) WHERE state = 'printing';
CREATE INDEX slips_doubtful ON slips (at) WHERE state = 'doubtful';
`,
} as const;
