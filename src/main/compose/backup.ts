import type { BackupRestored, BackupSaved } from '../../shared/computer.ts';
import type { Result } from '../../shared/result.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Now } from '../core/ports.ts';
import type { Log } from '../log.ts';
import { createFileDialogs } from '../shell/file-dialogs.ts';
import { restartApp, type Restart } from '../shell/restart-app.ts';
import { saveFile } from '../shell/save-file.ts';
import type { BackupRefusal } from '../store/profile-backup.ts';

/** One file with everything but the secrets: out of this computer, and into another. */
export function composeBackup(deps: {
  readonly texts: () => Texts;
  readonly restart: Restart;
  readonly writeBackup: (target: string) => void;
  readonly stageRestore: (backup: string) => Result<string, BackupRefusal>;
  readonly now: Now;
  readonly log: Log;
}): {
  readonly saveBackup: () => Promise<BackupSaved>;
  readonly restoreBackup: () => Promise<BackupRestored>;
} {
  const { log } = deps;
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
      const staged = deps.stageRestore(file);
      if (!staged.ok) {
        log.error(`A backup was refused: ${staged.error}`);
        return { kind: 'refused', why: staged.error };
      }
      log.info(`Starts again with the backup of ${staged.value}`);
      restartApp(deps.restart);
      return { kind: 'restarts' };
    },
  };
}
