import fs from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { isRow } from '../orders/rows.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { Database } from './types.ts';

/** SQLite's own notes on how full the tables are. */
const OWN_NOTES = /^sqlite_stat\d$/;
/** On columns, where columns are so: what such an index holds does not change what is read. */
const PLAIN_INDEX = /^CREATE INDEX \w+ ON \w+ \([\w ,]+\)(?: WHERE [\w ='-]+)?$/;
const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;
const COLUMNS = `SELECT t.name || '.' || c.name AS name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
  WHERE t.type = 'table'`;

/** How every file of SQLite begins (sqlite.org/fileformat2.html, "Magic Header String"). */
const BEGINNING = Buffer.from('SQLite format 3\0');

/** Returns whether a file begins as one of SQLite does, however large it is. Throws when it cannot be read. */
export function isDatabase(file: string): boolean {
  const found = Buffer.alloc(BEGINNING.length);
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, found);
  } finally {
    fs.closeSync(handle);
  }
  return found.equals(BEGINNING);
}

/**
 * Returns what a file that may come from anybody holds, read before anything in it can act: a view in the place of a
 * table, a trigger, a computed column, a virtual table or an index on an expression runs as soon as it is read or
 * brought up to date, and may never end. `own`: it has exactly the tables that this app makes.
 */
export function lookAtSchema(file: string): 'own' | 'foreign' | 'newer' {
  let raw: DatabaseSyncInstance | null = null;
  try {
    raw = new DatabaseSync(file, { readOnly: true });
    raw.exec('PRAGMA trusted_schema = OFF');
    const version = versionOf(raw);
    if (version > NEWEST) return 'newer';
    return version > 0 && schemaOf(raw) === ownSchema(version) ? 'own' : 'foreign';
  } catch {
    // No file of SQLite, or its beginning is damaged.
    return 'foreign';
  } finally {
    raw?.close();
  }
}

/** Returns whether the file has every table and column that these migrations make. */
export function hasOwnColumns(db: Pick<Database, 'prepare'>, migrations: readonly Migration[]): boolean {
  const found = new Set(
    db
      .prepare(COLUMNS)
      .all()
      .map(({ name }) => name),
  );
  return withFresh(migrations, (fresh) => fresh.prepare(COLUMNS).all().filter(isRow)).every(({ name }) =>
    found.has(name),
  );
}

function ownSchema(version: number): string {
  return withFresh(
    MIGRATIONS.filter((one) => one.version <= version),
    schemaOf,
  );
}

function withFresh<T>(migrations: readonly Migration[], look: (fresh: DatabaseSyncInstance) => T): T {
  const fresh = new DatabaseSync(':memory:');
  try {
    for (const { sql } of migrations) fresh.exec(sql);
    return look(fresh);
  } finally {
    fresh.close();
  }
}

function schemaOf(raw: DatabaseSyncInstance): string {
  const rows = raw.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').all().filter(isRow);
  const parts = rows
    .filter(({ name }) => !OWN_NOTES.test(String(name)))
    .map(({ type, name, tbl_name: table, sql }) => JSON.stringify([type, name, table, known(sql)]));
  return parts.toSorted().join('\n');
}

/** An earlier version may have had an index by another column. */
function known(sql: unknown): string | null {
  if (typeof sql !== 'string') return null;
  const line = sql.replace(/\s+/g, ' ');
  return PLAIN_INDEX.test(line) ? 'index' : line;
}

function versionOf(raw: DatabaseSyncInstance): number {
  const row: unknown = raw.prepare('PRAGMA user_version').get();
  return isRow(row) ? Number(row['user_version']) : 0;
}
