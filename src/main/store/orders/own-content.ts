import type { Database } from '../database/types.ts';
import { text } from './rows.ts';

/** Names of columns that hold a time. */
const TIMES = /^(?:at|since|promised_for|version|\w+_at)$/;
/** Larger than any body that this app keeps, in characters. */
const MAX_BODY = 1024 * 1024;
/** Longer than any other text that it keeps. */
const MAX_TEXT = 4 * 1024;
const MAX_CHARACTER_BYTES = 4;
const LONG: readonly string[] = ['body', 'value'];

/**
 * Returns false for a file with anything that this app never writes and that would stop or change its work: a time that is
 * none, a number that is none here, or a text that no page could show.
 */
export function isOwnContent(db: Database): boolean {
  const tables = db.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'",
  );
  return tables.all().every((row) => isOwnTable(db, text(row, 'name')));
}

function isOwnTable(db: Database, table: string): boolean {
  const columns = db.prepare(`PRAGMA table_info(${table})`).all();
  const faults = columns.map((row) => faultOf(text(row, 'name'), text(row, 'type')));
  return db.prepare(`SELECT 1 FROM ${table} WHERE ${faults.join(' OR ')} LIMIT 1`).get() === undefined;
}

/** Tables are strict: a column holds its type or nothing. */
function faultOf(name: string, type: string): string {
  if (type !== 'TEXT') return `abs(${name} / 1.0) > ${String(Number.MAX_SAFE_INTEGER)}`;
  // SQLite writes a time that it reads exactly as JavaScript does.
  if (TIMES.test(name)) return `strftime('%Y-%m-%dT%H:%M:%fZ', ${name}) IS NOT ${name}`;
  const most = LONG.includes(name) ? MAX_BODY : MAX_TEXT;
  // SQLite counts the characters of a text only up to a zero.
  return `length(${name}) > ${String(most)} OR octet_length(${name}) > ${String(MAX_CHARACTER_BYTES * most)}`;
}
