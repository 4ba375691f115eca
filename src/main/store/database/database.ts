import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import type { Now } from '../../../shared/time.ts';
import type { SetAsideFile } from '../../core/storage/resilient-store.ts';
import {
  besidePath,
  isCut,
  isWreck,
  lastSetAside,
  moveFoldersAside,
  removeWith,
  setAside,
  sizeOf,
  forgetDamage,
  watchForDamage,
} from './quarantine.ts';
import { migrate, MIGRATIONS, type Migration } from './migrations.ts';
import { hasOwnColumns } from './own-schema.ts';
import { isRow } from '../orders/rows.ts';
import { isThere, syncFile } from '../files.ts';
import { salvage } from './salvage.ts';
import { isDamageError, isLockedError, StoreError } from './store-error.ts';
import type { Database, OpenedDatabase, Statement } from './types.ts';

type OpenOptions = {
  readonly file: string;
  readonly now: Now;
  readonly migrations?: readonly Migration[];
  /** How long to wait for another process that writes. */
  readonly busyTimeoutMs?: number;
  /** Damage was met: looks at every page first. */
  readonly isSuspect?: boolean;
};

/** Holds the keys of a shop's 60 days: a webhook then waits for no reading. */
const CACHE_KIB = 8 * 1024;
/** A checkpoint stops everything for some ten milliseconds: 16 MiB of log make it rare and spare it the pages written over. */
const CHECKPOINT_PAGES = 4000;
const BUSY_TIMEOUT_MS = 2_000;
/** Once another process held the file longer than this, later waits are short, because waiting blocks this process. */
const BUSY_AGAIN_MS = 50;
const COMPANIONS = ['-wal', '-shm', '-check', '-journal'] as const;
const WORK = ['-copy', '-copy-journal', '-new', '-new-journal', '-new-wal', '-new-shm'] as const;
/** A new file that is whole and only has to be put in the place of one that is damaged or newer. */
const READY = { damaged: '-ready', newer: '-ready-newer' } as const;

/**
 * Opens the orders file, makes it when there is none and brings it up to date. One that is damaged or that a newer version
 * of the app has written is set aside, as `<name>.damaged-<time>.db` or `<name>.newer-<time>.db`, and made anew, with what
 * can be saved of it. Throws a StoreError: `locked` or `cannot-open`.
 */
export function openDatabase(options: OpenOptions): OpenedDatabase {
  const { file, now } = options;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    moveFoldersAside(file, now(), [...COMPANIONS, ...WORK, ...Object.values(READY)]);
    const replaced = putInPlace(file, now);
    if (!isThere(file)) {
      // A log without its file would be taken for one of the new file.
      removeWith(file);
      fs.renameSync(makeFresh(options, null), file);
    }
    try {
      return { db: openSound(options), setAside: replaced };
    } catch (error) {
      const why = unusable(error);
      if (why === null) throw error;
      fs.renameSync(makeFresh(options, file), file + READY[why]);
      const aside = putInPlace(file, now);
      return { db: openSound({ ...options, isSuspect: false }), setAside: aside };
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (isLockedError(error)) throw new StoreError('locked', `Another program holds ${file}`, error);
    throw new StoreError('cannot-open', `${file} cannot be opened: ${String(error)}`, error);
  }
}

/**
 * Makes a new file beside `file`, with what can be saved of `from`, and returns its path. Only a whole one gets another
 * name: an end in the middle loses nothing, and the next start begins again.
 */
function makeFresh(
  { file, migrations = MIGRATIONS, busyTimeoutMs = BUSY_TIMEOUT_MS }: OpenOptions,
  from: string | null,
): string {
  const fresh = `${file}-new`;
  removeWith(fresh);
  const { db } = openRaw(fresh, busyTimeoutMs);
  try {
    // Nobody needs it until it is whole: it is written in one go.
    db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    migrate(db, migrations, () => undefined);
    if (from !== null) salvage(from, db);
    db.exec('PRAGMA journal_mode = WAL');
  } finally {
    db.close();
  }
  syncFile(fresh);
  return fresh;
}

/** Sets aside what a file that is ready replaces, and puts that in its place. Returns what was set aside, now or before. */
function putInPlace(file: string, now: Now): SetAsideFile | null {
  for (const why of ['damaged', 'newer'] as const) {
    const ready = file + READY[why];
    // It was whole when it got this name.
    if (sizeOf(ready) === 0) continue;
    const name = isThere(file) ? setAside(file, now(), COMPANIONS, why) : lastSetAside(file, why);
    fs.renameSync(ready, file);
    return name === null ? null : { name, why };
  }
  return null;
}

function unusable(error: unknown): SetAsideFile['why'] | null {
  if (error instanceof StoreError && error.code === 'newer-file') return 'newer';
  return isDamageError(error) || (error instanceof StoreError && error.code === 'damaged') ? 'damaged' : null;
}

function openSound({
  file,
  now,
  migrations = MIGRATIONS,
  busyTimeoutMs = BUSY_TIMEOUT_MS,
  ...options
}: OpenOptions): Database {
  if (isWreck(file)) throw new StoreError('damaged', 'In the place of the orders file stands something else');
  // A clean end leaves no log behind: then only a note of the last run that it met damage asks for a look at each page.
  const isSuspect =
    options.isSuspect === true || fs.existsSync(`${file}-check`) || sizeOf(`${file}-wal`) > 0 || isCut(file);
  removeWith(`${file}-copy`);
  const { raw, db } = openRaw(file, busyTimeoutMs);
  try {
    if (isSuspect) checkPages(db);
    migrate(db, migrations, (from) => {
      if (from > 0) copyTo(db, `${file}-copy`, besidePath(file, `before-${String(from)}`, now()));
      db.exec('PRAGMA journal_mode = WAL');
    });
    if (!hasOwnColumns(db, migrations)) throw new StoreError('damaged', 'The orders file lacks a table');
    db.exec('PRAGMA synchronous = FULL');
    db.exec(`PRAGMA wal_autocheckpoint = ${String(CHECKPOINT_PAGES)}`);
    db.exec(`PRAGMA cache_size = -${String(CACHE_KIB)}`);
    forgetDamage(file);
    return db;
  } catch (error) {
    raw.close();
    throw error;
  }
}

function openRaw(file: string, busyTimeoutMs: number) {
  // Made beforehand so that only its owner may read it; the log gets the same rights from SQLite.
  fs.closeSync(fs.openSync(file, 'a', 0o600));
  const raw = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  return { raw, db: toDatabase(raw, file, busyTimeoutMs) };
}

/** Writes a whole copy, or none: half of one would pass for a copy, and stay on a full disk. */
function copyTo(db: Database, beside: string, target: string): void {
  try {
    fs.closeSync(fs.openSync(beside, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(beside);
    fs.renameSync(beside, target);
  } catch (error) {
    removeWith(beside);
    throw error;
  }
}

function checkPages(db: Database): void {
  const row = db.prepare('PRAGMA quick_check(1)').get();
  if (row?.['quick_check'] !== 'ok') throw new StoreError('damaged', 'The orders file has damaged pages');
}

function toDatabase(raw: DatabaseSyncInstance, file: string, busyTimeoutMs: number): Database {
  const statements = new Map<string, Statement>();
  let isHeld = false;
  const begin = (): void => {
    try {
      raw.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if (isLockedError(error) && !isHeld) raw.exec(`PRAGMA busy_timeout = ${String(BUSY_AGAIN_MS)}`);
      isHeld ||= isLockedError(error);
      throw error;
    }
    if (isHeld) raw.exec(`PRAGMA busy_timeout = ${String(busyTimeoutMs)}`);
    isHeld = false;
  };
  return {
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = watchForDamage(file, () => toStatement(raw.prepare(sql), file));
      statements.set(sql, statement);
      return statement;
    },
    exec: (sql) => raw.exec(sql),
    transact: (work) => {
      begin();
      try {
        const result = work();
        watchForDamage(file, () => raw.exec('COMMIT'));
        return result;
      } catch (error) {
        if (raw.isTransaction) raw.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => {
      if (raw.isOpen) raw.close();
    },
  };
}

function toStatement(raw: StatementSyncInstance, file: string): Statement {
  return {
    run: (...values) => watchForDamage(file, () => raw.run(...values).changes),
    get: (...values) => {
      const row = watchForDamage(file, (): unknown => raw.get(...values));
      return isRow(row) ? row : undefined;
    },
    all: (...values) => {
      const rows = watchForDamage(file, (): unknown[] => raw.all(...values));
      return rows.filter(isRow);
    },
  };
}
