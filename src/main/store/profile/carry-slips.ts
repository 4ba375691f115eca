import type { Database } from '../database/database.ts';
import { isThere } from './read-file.ts';

/**
 * Takes into a backup what this computer has printed since, so that no slip comes out twice; what waited in the backup is
 * printed by hand only. `inUse`: the orders file that the backup will replace.
 */
export function carrySlips(backup: Database, inUse: string): void {
  backup.transact(() => backup.prepare("DELETE FROM meta WHERE key GLOB 'prints-*'").run());
  if (!isThere(inUse)) return;
  try {
    backup.prepare('ATTACH DATABASE ? AS used').run(inUse);
  } catch {
    // It cannot be read, which may be why a backup is restored.
    return;
  }
  try {
    backup.transact(() => {
      backup.exec("INSERT OR REPLACE INTO slips SELECT * FROM used.slips WHERE state <> 'before'");
      backup.exec('INSERT OR IGNORE INTO slips SELECT * FROM used.slips');
    });
  } catch {
    // The same: nothing of it is taken.
  } finally {
    backup.exec('DETACH DATABASE used');
  }
}
