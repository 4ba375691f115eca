import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import { shiftIso } from '../../shared/time.ts';
import type { Now } from '../core/ports.ts';
import { openDatabase, type Database } from './database.ts';
import { text } from './rows.ts';
import { besidePath } from './set-aside.ts';
import { readSettings } from './settings-schema.ts';

const BACKUP = 'backup';
const DAY_MS = 24 * 60 * 60 * 1000;
const STAGED_ORDERS = 'restore.db';
const STAGED_SETTINGS = 'restore-settings.json';
const COMPANIONS = ['', '-wal', '-shm', '-check'] as const;

const noteSchema = z.object({ madeAt: z.string(), settings: z.record(z.string(), z.unknown()) });

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
    copy.transact(() =>
      copy
        .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
        .run(BACKUP, JSON.stringify({ madeAt: now(), settings })),
    );
    // One file is easier to carry than three.
    copy.exec('PRAGMA journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/**
 * Proves a backup on a copy, brings it up to date, and lays it ready for the next start. Nothing in use is touched, and the
 * backup itself stays as it is. Answers when it was made (ISO UTC).
 */
export function stageRestore(
  { profileDir, now }: { readonly profileDir: string; readonly now: Now },
  backup: string,
): Result<string, BackupRefusal> {
  const folder = fs.mkdtempSync(path.join(profileDir, 'restore-'));
  const copy = path.join(folder, 'orders.db');
  try {
    fs.copyFileSync(backup, copy);
    const proven = proveCopy({ file: copy, now });
    if (!proven.ok) return proven;
    const note = proven.value;
    const { settings } = readSettings(note.settings);
    // The orders last: they are what the next start looks for.
    fs.writeFileSync(path.join(profileDir, STAGED_SETTINGS), JSON.stringify(settings, null, 2), {
      mode: 0o600,
    });
    fs.renameSync(copy, path.join(profileDir, STAGED_ORDERS));
    return ok(note.madeAt);
  } catch {
    // It cannot be read, or the copy finds no room.
    return err('disk-failed');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Puts in place what `stageRestore` laid ready; what was there is kept as `<name>.before-restore-<time>`. Call it before
 * anything of the profile is opened. It may be cut off at any point: the next start goes on.
 */
export function finishRestore({ profileDir, now }: { readonly profileDir: string; readonly now: Now }): void {
  const settings = path.join(profileDir, STAGED_SETTINGS);
  const orders = path.join(profileDir, STAGED_ORDERS);
  // Only with the orders, which come last, was everything laid ready.
  if (!fs.existsSync(orders)) {
    fs.rmSync(settings, { force: true });
    return;
  }
  if (fs.existsSync(settings)) replace(path.join(profileDir, 'settings.json'), settings, now());
  replace(path.join(profileDir, 'orders.db'), orders, now());
}

function replace(file: string, by: string, at: string): void {
  const aside = besidePath(file, 'before-restore', at);
  // Each by itself: a log that stayed behind would be taken for one of the new file.
  for (const suffix of COMPANIONS) {
    if (fs.existsSync(file + suffix)) fs.renameSync(file + suffix, aside + suffix);
  }
  fs.renameSync(by, file);
}

type Note = z.infer<typeof noteSchema>;

/** Looks at every page, brings the file up to date and takes the note out of it. */
function proveCopy(copy: { readonly file: string; readonly now: Now }): Result<Note, BackupRefusal> {
  const { db, setAside } = openDatabase({ ...copy, isSuspect: true });
  try {
    if (setAside !== null) return err(setAside.why);
    const note = takeNote(db);
    closeOld(db, copy.now());
    db.exec('PRAGMA journal_mode = WAL');
    return note === null ? err('not-a-backup') : ok(note);
  } finally {
    db.close();
  }
}

/** Who waited for somebody when the backup was made waits no more after a day, and does not ring at the next start. */
function closeOld(db: Database, now: string): void {
  db.transact(() =>
    db
      .prepare(
        `UPDATE alerts SET closed_at = ? WHERE acknowledged_at IS NULL AND closed_at IS NULL
         AND raised_at < ?`,
      )
      .run(now, shiftIso(now, -DAY_MS)),
  );
}

function takeNote(db: Database): Note | null {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(BACKUP);
  const note = row === undefined ? null : parseNote(text(row, 'value'));
  if (note !== null) db.transact(() => db.prepare('DELETE FROM meta WHERE key = ?').run(BACKUP));
  return note;
}

/** null: nobody who makes backups has written it. */
function parseNote(json: string): Note | null {
  try {
    return noteSchema.parse(JSON.parse(json));
  } catch {
    // No JSON, or of another shape.
    return null;
  }
}
