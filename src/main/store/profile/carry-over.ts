import { shiftIso } from '../../../shared/time.ts';
import type { Database } from '../database/types.ts';
import { isThere } from '../files.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Notes that are true of one computer only: since when it is cut off, how far its clock is off, what it prints by itself. */
const OF_A_COMPUTER = ['outage-since*', 'clock-*', 'prints-*'] as const;

/** Makes a backup, from wherever it comes, the own file of this computer. `inUse`: the orders file that it will replace. */
export function makeOwn(backup: Database, inUse: string, now: string): void {
  backup.transact(() => {
    closeOld(backup, now);
    // A file from outside sends nothing.
    forgetOutbox(backup);
    for (const notes of OF_A_COMPUTER) backup.prepare('DELETE FROM meta WHERE key GLOB ?').run(notes);
  });
  carryOwn(backup, inUse);
}

/** What waited to be sent is no news any more where a backup is restored. */
export function forgetOutbox(db: Database): void {
  db.prepare('DELETE FROM outbox').run();
}

/**
 * Who waited for somebody when the backup was made waits no more after a day, and does not ring at the next start; nor does
 * an outage, which was the other computer's.
 */
function closeOld(db: Database, now: string): void {
  db.prepare(
    `UPDATE alerts SET closed_at = ? WHERE acknowledged_at IS NULL AND closed_at IS NULL
       AND (raised_at < ? OR kind = 'connection')`,
  ).run(now, shiftIso(now, -DAY_MS));
}

/**
 * Takes in what this computer has printed since, so that no slip comes out twice, and what it knows of its clock. What waited
 * in the backup is printed by hand only.
 */
function carryOwn(backup: Database, inUse: string): void {
  try {
    if (!isThere(inUse)) return;
    backup.prepare('ATTACH DATABASE ? AS used').run(inUse);
  } catch {
    // It cannot be read, which may be why a backup is restored.
    return;
  }
  try {
    backup.transact(() => {
      backup.exec("INSERT OR REPLACE INTO slips SELECT * FROM used.slips WHERE state <> 'before'");
      backup.exec('INSERT OR IGNORE INTO slips SELECT * FROM used.slips');
      backup.exec("INSERT OR REPLACE INTO meta SELECT * FROM used.meta WHERE key GLOB 'clock-*'");
    });
  } catch {
    // The same: nothing of it is taken.
  } finally {
    backup.exec('DETACH DATABASE used');
  }
}
