import type { Database } from './types.ts';
import { ordersMigration } from './migrations/001-orders.ts';
import { whyMigration } from './migrations/002-why.ts';
import { fewerIndexesMigration } from './migrations/003-fewer-indexes.ts';
import { collectMigration } from './migrations/004-collect.ts';
import { deliveryCountMigration } from './migrations/005-delivery-count.ts';
import { shopMigration } from './migrations/006-shop.ts';
import { outboxMigration } from './migrations/007-outbox.ts';
import { unclaimedMigration } from './migrations/008-unclaimed.ts';
import { slipsMigration } from './migrations/009-slips.ts';
import { dayMigration } from './migrations/010-day.ts';
import { endTimesMigration } from './migrations/011-end-times.ts';
import { handedOverByMigration } from './migrations/012-handed-over-by.ts';
import { shortWaysMigration } from './migrations/013-short-ways.ts';
import { collectTextMigration } from './migrations/014-collect-text.ts';
import { integer } from '../orders/rows.ts';
import { isContentError, StoreError } from './store-error.ts';

export type Migration = { readonly version: number; readonly sql: string };

/** In order and without gaps. A migration that has been released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  ordersMigration,
  whyMigration,
  fewerIndexesMigration,
  collectMigration,
  deliveryCountMigration,
  shopMigration,
  outboxMigration,
  unclaimedMigration,
  slipsMigration,
  dayMigration,
  endTimesMigration,
  handedOverByMigration,
  shortWaysMigration,
  collectTextMigration,
];

/** Returns the version of an orders file; 0 when it is new. */
export function fileVersion(db: Database): number {
  const row = db.prepare('PRAGMA user_version').get();
  return row === undefined ? 0 : integer(row, 'user_version');
}

/**
 * Brings the file up to the newest migration, one transaction each. `beforeFirst` runs once before the first of them.
 * Throws a StoreError: `newer-file` for a file that a newer version of the app has written, `damaged` for one that does not
 * hold what its version says. Either is left as it is.
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[],
  beforeFirst: (fromVersion: number) => void,
): void {
  const from = fileVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) {
    throw new StoreError(
      'newer-file',
      `The orders file has version ${String(from)}; this app knows up to ${String(newest)}`,
    );
  }
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length > 0) beforeFirst(from);
  for (const { version, sql } of pending) {
    try {
      db.transact(() => {
        db.exec(sql);
        db.exec(`PRAGMA user_version = ${String(version)}`);
      });
    } catch (error) {
      if (!isContentError(error)) throw error;
      throw new StoreError('damaged', `The orders file does not fit migration ${String(version)}`, error);
    }
  }
}
