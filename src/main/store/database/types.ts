import type { SetAsideFile } from '../../core/storage/resilient-store.ts';
import type { Row } from '../orders/rows.ts';

export type SqlValue = string | number | null;

export type Statement = {
  /** Returns how many rows were written. */
  readonly run: (...values: readonly SqlValue[]) => number;
  readonly get: (...values: readonly SqlValue[]) => Row | undefined;
  readonly all: (...values: readonly SqlValue[]) => readonly Row[];
};

export type Database = {
  /** Prepared once per text and kept. */
  readonly prepare: (sql: string) => Statement;
  readonly exec: (sql: string) => void;
  /** Runs `work` in one transaction that is on the disk when it returns; keeps nothing and throws when it fails. */
  readonly transact: <T>(work: () => T) => T;
  readonly close: () => void;
};

export type OpenedDatabase = {
  readonly db: Database;
  /** The file that could not be used and was renamed; null when it was sound, or when there was none. */
  readonly setAside: SetAsideFile | null;
};
