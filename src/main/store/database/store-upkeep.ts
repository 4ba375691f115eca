import fs from 'node:fs';
import { assertNever } from '../../../shared/result.ts';
import type { StoreMeasure, UpkeepStep } from '../../core/storage/upkeep-plan.ts';
import type { Database } from './types.ts';
import { integer } from '../orders/rows.ts';

const INCREMENTAL = 2;

export type StoreUpkeep = {
  readonly measure: () => StoreMeasure;
  /** Throws what SQLite throws; the file is then as it was. */
  readonly perform: (step: UpkeepStep) => void;
};

/** Keeps the orders file small and its log short. Source: sqlite.org/pragma.html, "auto_vacuum", "wal_checkpoint". */
export function createStoreUpkeep({
  db,
  file,
}: {
  readonly db: Database;
  readonly file: string;
}): StoreUpkeep {
  const pragma = (name: string): number => {
    const row = db.prepare(`PRAGMA ${name}`).get();
    return row === undefined ? 0 : integer(row, name);
  };
  return {
    measure: () => ({
      walBytes: fs.statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
      pageBytes: pragma('page_size'),
      pages: pragma('page_count'),
      freePages: pragma('freelist_count'),
      canShrinkInSteps: pragma('auto_vacuum') === INCREMENTAL,
    }),
    perform: (step) => {
      switch (step.kind) {
        case 'none':
          return;
        case 'checkpoint':
          db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
          return;
        case 'rewrite':
          db.exec('PRAGMA auto_vacuum = INCREMENTAL');
          db.exec('VACUUM');
          return;
        case 'shrink':
          db.exec(`PRAGMA incremental_vacuum(${String(step.pages)})`);
          return;
        default:
          assertNever(step);
      }
    },
  };
}
