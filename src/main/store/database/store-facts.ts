import fs from 'node:fs';
import type { Database } from './types.ts';
import { fileVersion } from './migrations.ts';
import { integer, text } from '../orders/rows.ts';

export type StoreFacts = {
  /** Numbers only: versions, sizes in bytes, how many rows. */
  readonly read: () => Readonly<Record<string, number>>;
  /** First names of customers, as orders and alerts hold them. */
  readonly customers: () => readonly string[];
};

const TABLES = ['orders', 'events', 'alerts', 'deliveries', 'presence'] as const;

/** Returns what a report may contain about the orders file, and the names that it must leave out. */
export function createStoreFacts({ db, file }: { readonly db: Database; readonly file: string }): StoreFacts {
  const pragma = (name: string): number => {
    const row = db.prepare(`PRAGMA ${name}`).get();
    return row === undefined ? 0 : integer(row, name);
  };
  return {
    read: () => ({
      version: fileVersion(db),
      bytes: sizeOf(file),
      walBytes: sizeOf(`${file}-wal`),
      pageBytes: pragma('page_size'),
      pages: pragma('page_count'),
      freePages: pragma('freelist_count'),
      ...Object.fromEntries(
        TABLES.map((table) => {
          const row = db.prepare(`SELECT count(*) AS count FROM ${table}`).get();
          return [table, row === undefined ? 0 : integer(row, 'count')] as const;
        }),
      ),
    }),
    customers: () =>
      db
        .prepare(
          `SELECT customer_first_name AS name FROM orders WHERE customer_first_name IS NOT NULL
           UNION SELECT customer_first_name FROM alerts WHERE customer_first_name IS NOT NULL`,
        )
        .all()
        .map((row) => text(row, 'name')),
  };
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
