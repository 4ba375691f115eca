import fs from 'node:fs';
import path from 'node:path';
import type { Now } from '../../../shared/time.ts';
import type { SetAsideFile, StoreTrouble } from '../../core/storage/resilient-store.ts';
import { openDatabase } from './database.ts';
import { type Database, type OpenedDatabase } from './types.ts';
import { isDamageError, isFullError, isLockedError, StoreError } from './store-error.ts';

/** With less than this nothing that SQLite needs fits any more. */
const NO_SPACE_BYTES = 64 * 1024;

export type ResilientDatabase = Database & {
  /** What was set aside, at the start or since; null when the file was sound. */
  readonly setAside: () => SetAsideFile | null;
  /**
   * After this error: opens what could not be opened, and sets a damaged file aside and makes it anew. Answers what it
   * opened, null when there was nothing to open. Throws a StoreError when it cannot be opened.
   */
  readonly heal: (error: unknown) => 'sound' | 'anew' | null;
  readonly troubleOf: (error: unknown) => StoreTrouble;
};

/**
 * Returns an orders file that the app can do without for a while: until it can be opened every use throws a StoreError.
 */
export function createResilientDatabase({
  file,
  now,
  log,
}: {
  readonly file: string;
  readonly now: Now;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): ResilientDatabase {
  let opened: OpenedDatabase | null = null;
  let setAside: SetAsideFile | null = null;
  let problem: unknown = null;

  const open = (isSuspect: boolean): 'sound' | 'anew' => {
    opened = openDatabase({ file, now, isSuspect });
    setAside = opened.setAside ?? setAside;
    return opened.setAside === null ? 'sound' : 'anew';
  };
  const current = (): Database => {
    if (opened === null) throw new StoreError('cannot-open', 'The orders file is not open', problem);
    return opened.db;
  };
  const closeDamaged = (): void => {
    try {
      opened?.db.close();
    } catch (error) {
      log.error('The damaged orders file could not be closed', error);
    }
    opened = null;
  };

  try {
    open(false);
  } catch (error) {
    problem = error;
    log.error('The orders file cannot be opened; going on in memory', error);
  }

  return {
    prepare: (sql) => current().prepare(sql),
    exec: (sql) => current().exec(sql),
    transact: (work) => current().transact(work),
    close: () => opened?.db.close(),
    setAside: () => setAside,
    heal: (error) => {
      const isDamage = isDamageError(error);
      if (isDamage) closeDamaged();
      return opened === null ? open(isDamage) : null;
    },
    troubleOf: (error) => {
      const cause = error instanceof StoreError ? (error.cause ?? error) : error;
      const root = cause instanceof StoreError ? cause.cause : cause;
      if (isLockedError(root)) return 'locked';
      return isFullError(root) || hasNoSpace(path.dirname(file)) ? 'full' : 'unwritable';
    },
  };
}

function hasNoSpace(folder: string): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize < NO_SPACE_BYTES;
  } catch {
    // A folder that is gone is no full disk.
    return false;
  }
}
