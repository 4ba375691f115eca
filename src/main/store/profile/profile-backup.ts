import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/settings/settings.ts';
import type { Now } from '../../../shared/time.ts';
import { openDatabase } from '../database/database.ts';
import { type Database } from '../database/types.ts';
import { isDatabase, lookAtSchema } from '../database/own-schema.ts';
import { isFilled, isFileUpTo, isThere, syncFile, syncFolder } from '../files.ts';
import { withOwnProgram, withoutPlaces } from '../settings/settings-file.ts';
import { isOwnContent } from '../orders/own-content.ts';
import { text } from '../orders/rows.ts';
import { besidePath } from '../database/quarantine.ts';
import { readSettings } from '../settings/read-settings.ts';
import { forgetOutbox, makeOwn } from './carry-over.ts';

const BACKUP = 'backup';
const STAGED_ORDERS = 'restore.db';
const STAGED_SETTINGS = 'restore-settings.json';
const COMPANIONS = [
  '',
  '-wal',
  '-shm',
  '-check',
  '-journal',
  '-copy',
  '-copy-journal',
  '-new',
  '-ready',
  '-ready-newer',
] as const;
/** Many times what sixty days of a busy shop need. */
const MAX_BYTES = 4 * 1024 ** 3;

const noteSchema = z.object({ madeAt: z.iso.datetime(), settings: z.record(z.string(), z.unknown()) });

export type BackupRefusal = 'damaged' | 'newer' | 'not-a-backup' | 'disk-failed';

/**
 * Writes the orders file as it is now and the settings into one new file, for another computer or a bad day. No secret is in
 * it. Throws when the disk refuses.
 */
export function writeBackup(
  { db, settings, now }: { readonly db: Database; readonly settings: Settings; readonly now: Now },
  target: string,
): void {
  // Made beforehand so that only its owner may read it.
  fs.closeSync(fs.openSync(target, 'wx', 0o600));
  db.prepare('VACUUM INTO ?').run(target);
  const copy = openDatabase({ file: target, now }).db;
  try {
    copy.transact(() => {
      copy
        .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
        .run(BACKUP, JSON.stringify({ madeAt: now(), settings: withoutPlaces(settings) }));
      forgetOutbox(copy);
    });
    // One file is easier to carry than three.
    copy.exec('PRAGMA journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** What a backup holds. */
export type BackupContent = {
  /** ISO UTC. */
  readonly madeAt: string;
  readonly settings: Settings;
  readonly orders: number;
  /** A program to start that it named, and that is left out. */
  readonly program?: string;
};

type ProfileContext = {
  readonly profileDir: string;
  readonly now: Now;
  /** The settings of this computer. */
  readonly own?: Settings;
};

/** Proves a backup on a copy and returns what it holds. Nothing changes, neither in the profile nor in the backup. */
export function readBackup(place: ProfileContext, backup: string): Result<BackupContent, BackupRefusal> {
  return withProvenCopy(place, backup, (_copy, content) => content);
}

/**
 * Proves a backup on a copy, brings it up to date, and lays it ready for the next start. Nothing in use is touched, and the
 * backup itself stays as it is. Answers when it was made (ISO UTC).
 */
export function stageRestore(place: ProfileContext, backup: string): Result<string, BackupRefusal> {
  return withProvenCopy(place, backup, (copy, { madeAt, settings }) => {
    const { profileDir } = place;
    const [orders, staged] = [path.join(profileDir, STAGED_ORDERS), path.join(profileDir, STAGED_SETTINGS)];
    // The orders last: they are what the next start looks for. Those of an earlier try go before other settings come.
    fs.rmSync(orders, { force: true });
    fs.rmSync(staged, { force: true });
    fs.writeFileSync(staged, JSON.stringify(settings, null, 2), { mode: 0o600, flush: true });
    syncFile(copy);
    syncFolder(profileDir);
    fs.renameSync(copy, orders);
    try {
      syncFolder(profileDir);
    } catch (error) {
      // Who is told that it failed must not find it done at the next start.
      fs.rmSync(orders, { force: true });
      throw error;
    }
    return madeAt;
  });
}

function withProvenCopy<T>(
  { profileDir, now, own = DEFAULT_SETTINGS }: ProfileContext,
  backup: string,
  take: (copy: string, content: BackupContent) => T,
): Result<T, BackupRefusal> {
  let folder: string | null = null;
  try {
    folder = fs.mkdtempSync(path.join(profileDir, 'restore-'));
    const copy = path.join(folder, 'orders.db');
    // A pipe or a device would never end.
    if (!isFileUpTo(backup, MAX_BYTES)) return err('not-a-backup');
    // Nothing else is worth the time that a copy takes.
    if (!isDatabase(backup)) return err('damaged');
    fs.copyFileSync(backup, copy);
    // Whoever may read the backup, on a stick or in a shared folder: here it is its owner's alone.
    fs.chmodSync(copy, 0o600);
    const proven = proveCopy({ file: copy, now }, path.join(profileDir, 'orders.db'));
    if (!proven.ok) return proven;
    const { madeAt, settings, orders } = proven.value;
    return ok(take(copy, { madeAt, orders, ...withOwnProgram(readSettings(settings).settings, own) }));
  } catch {
    // The backup cannot be read, or there is no room for the copy.
    return err('disk-failed');
  } finally {
    if (folder !== null) forgetFolder(folder);
  }
}

/**
 * Puts in place what `stageRestore` laid ready; what was there is kept as `<name>.before-restore-<time>`. Call it before
 * anything of the profile is opened. It may be cut off at any point: the next start goes on. Throws when the disk refuses;
 * then nothing of the profile may be used, for it may be half the old and half the new.
 */
export function finishRestore({ profileDir, now }: { readonly profileDir: string; readonly now: Now }): void {
  const settings = path.join(profileDir, STAGED_SETTINGS);
  const orders = path.join(profileDir, STAGED_ORDERS);
  // Only with the orders, which come last, was everything laid ready.
  const isReady = isFilled(orders);
  forgetTries(profileDir);
  if (!isReady) {
    // Also an empty file, which was cut off before its first byte.
    if (fs.lstatSync(settings, { throwIfNoEntry: false })?.isFile() === true) fs.rmSync(settings);
    return;
  }
  if (isFilled(settings)) replace(path.join(profileDir, 'settings.json'), settings, now());
  syncFolder(profileDir);
  replace(path.join(profileDir, 'orders.db'), orders, now());
  syncFolder(profileDir);
}

/** Removes copies that were being proven when the app ended: they hold orders and must not stay on disk. */
function forgetTries(profileDir: string): void {
  if (!isThere(profileDir)) return;
  for (const name of fs.readdirSync(profileDir).filter((one) => /^restore-[A-Za-z0-9]{6}$/.test(one)))
    forgetFolder(path.join(profileDir, name));
}

function forgetFolder(folder: string): void {
  try {
    for (const suffix of COMPANIONS) fs.rmSync(path.join(folder, `orders.db${suffix}`), { force: true });
    fs.rmdirSync(folder);
  } catch {
    // It holds what was not made here, or the disk refuses: it stays, and is in nobody's way. The next start tries again.
  }
}

function replace(file: string, by: string, at: string): void {
  const aside = besidePath(file, 'before-restore', at);
  // Each by itself: a log that stayed behind would be taken for one of the new file.
  for (const suffix of COMPANIONS) {
    if (isThere(file + suffix)) fs.renameSync(file + suffix, aside + suffix);
  }
  // Also what an earlier version laid ready.
  fs.chmodSync(by, 0o600);
  fs.renameSync(by, file);
}

type Note = z.infer<typeof noteSchema> & { readonly orders: number };

/**
 * Looks at every page, brings the file up to date and takes the note out of it. `inUse`: the orders file that it will
 * replace.
 */
function proveCopy(
  copy: { readonly file: string; readonly now: Now },
  inUse: string,
): Result<Note, BackupRefusal> {
  const schema = lookAtSchema(copy.file);
  if (schema !== 'own') return err(schema === 'newer' ? 'newer' : 'damaged');
  const { db, setAside } = openDatabase({ ...copy, isSuspect: true });
  try {
    if (setAside !== null) return err(setAside.why);
    const note = takeNote(db);
    if (!isOwnContent(db)) return err('damaged');
    makeOwn(db, inUse, copy.now());
    db.exec('PRAGMA journal_mode = WAL');
    return note === null ? err('not-a-backup') : ok(note);
  } finally {
    db.close();
  }
}

function takeNote(db: Database): Note | null {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(BACKUP);
  const orders = Number(db.prepare('SELECT count(*) AS orders FROM orders').get()?.['orders'] ?? 0);
  const note = row === undefined ? null : parseNote(text(row, 'value'), orders);
  if (note !== null) db.transact(() => db.prepare('DELETE FROM meta WHERE key = ?').run(BACKUP));
  return note;
}

/** Returns the backup's note; null when this app did not write it. */
function parseNote(json: string, orders: number): Note | null {
  try {
    return { ...noteSchema.parse(JSON.parse(json)), orders };
  } catch {
    // No JSON, or of another shape.
    return null;
  }
}
