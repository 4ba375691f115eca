import type { Database } from '../database/database.ts';

/** Columns that hold a time, by table. */
const TIMES: Readonly<Record<string, readonly string[]>> = {
  orders: ['at', 'first_seen_at', 'last_changed_at', 'ready_at', 'promised_for', 'handed_over_at', 'version'],
  alerts: ['raised_at', 'since', 'shown_at', 'acknowledged_at', 'closed_at'],
  events: ['at', 'version'],
  deliveries: ['at'],
};

/**
 * Returns false for a file with anything that this app never writes and that would stop or change its work: a time that is
 * none, or SQL that runs by itself.
 */
export function isOwnContent(db: Database): boolean {
  const acting = db.prepare("SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view') LIMIT 1").get();
  return (
    acting === undefined && Object.entries(TIMES).every(([table, columns]) => areTimes(db, table, columns))
  );
}

/** SQLite writes a time that it reads exactly as JavaScript does. */
function areTimes(db: Database, table: string, columns: readonly string[]): boolean {
  const faults = columns.map(
    (name) => `${name} IS NOT NULL AND strftime('%Y-%m-%dT%H:%M:%fZ', ${name}) IS NOT ${name}`,
  );
  return db.prepare(`SELECT 1 FROM ${table} WHERE ${faults.join(' OR ')} LIMIT 1`).get() === undefined;
}
