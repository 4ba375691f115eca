import type { BackupRestored, BackupSaved } from '../../shared/computer.ts';
import type { Result } from '../../shared/result.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Now } from '../../shared/time.ts';
import type { Log } from '../log.ts';
import { createFileDialogs } from '../shell/file-dialogs.ts';
import { nameOf } from '../shell/files.ts';
import { restartApp, type Restart } from '../shell/relaunch.ts';
import { saveFile } from '../shell/save-file.ts';
import type { BackupContent, BackupRefusal } from '../store/profile-backup.ts';

/** Returns how one file with everything but the secrets is saved, and restored on another computer. */
export function composeBackup(deps: {
  readonly texts: () => Texts;
  readonly restart: Restart;
  readonly writeBackup: (target: string) => void;
  readonly readBackup: (backup: string) => Result<BackupContent, BackupRefusal>;
  readonly stageRestore: (backup: string) => Result<string, BackupRefusal>;
  readonly now: Now;
  readonly log: Log;
}): {
  readonly saveBackup: () => Promise<BackupSaved>;
  /** Asks for a backup file and returns what it holds; changes nothing. */
  readonly restoreBackup: () => Promise<BackupRestored>;
  /** Restarts the app with the backup that was read last. */
  readonly confirmRestore: () => BackupRestored;
} {
  const { log } = deps;
  let looked: { readonly file: string; readonly madeAt: string } | null = null;
  const refused = (why: BackupRefusal): BackupRestored => {
    log.error(`A backup was refused: ${why}`);
    return { kind: 'refused', why };
  };
  return {
    saveBackup: () => {
      const { fileName, fileType, extension, save } = deps.texts().computer.backup;
      const name = fileName(deps.now().slice(0, 10));
      return saveFile({
        ask: { title: save, kind: fileType, extension, name },
        write: deps.writeBackup,
        log,
      });
    },
    restoreBackup: async () => {
      const { extension, fileType, restore } = deps.texts().computer.backup;
      const file = await createFileDialogs().chooseExisting({ title: restore, kind: fileType, extension });
      if (file === null) return { kind: 'cancelled' };
      const read = deps.readBackup(file);
      if (!read.ok) return refused(read.error);
      looked = { file, madeAt: read.value.madeAt };
      return { kind: 'read', file: nameOf(file), ...read.value };
    },
    confirmRestore: () => {
      if (looked === null) return { kind: 'cancelled' };
      const { file, madeAt } = looked;
      looked = null;
      const again = deps.readBackup(file);
      if (!again.ok) return refused(again.error);
      // The file was replaced after the user saw what it holds.
      if (again.value.madeAt !== madeAt) return refused('not-a-backup');
      const staged = deps.stageRestore(file);
      if (!staged.ok) return refused(staged.error);
      log.info(`Starts again with the backup of ${staged.value}`);
      restartApp(deps.restart);
      return { kind: 'restarts' };
    },
  };
}
