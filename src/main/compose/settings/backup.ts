import type { BackupSaved } from '../../../shared/settings/transfer.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { createRestore } from '../../core/storage/restore.ts';
import type { Log } from '../../log.ts';
import { createFileDialogs } from '../../shell/windows/file-dialogs.ts';
import { nameOf, saveFile } from '../../shell/files.ts';
import { restartApp, type Restart } from '../../shell/process/relaunch.ts';
import type { Storage } from '../resilient-storage.ts';

/** Returns how one file with everything but the secrets is saved, and restored on another computer. */
export function composeBackup(deps: {
  readonly storage: Pick<Storage, 'writeBackup' | 'readBackup' | 'stageRestore' | 'now'>;
  readonly texts: () => Texts;
  readonly restart: Restart;
  readonly log: Log;
}) {
  const { storage, log } = deps;
  const restore = createRestore({
    chooseFile: () => {
      const { extension, fileType, restore: title } = deps.texts().computer.backup;
      return createFileDialogs().chooseExisting({ title, kind: fileType, extension });
    },
    nameOf,
    read: storage.readBackup,
    stage: storage.stageRestore,
    restart: () => restartApp(deps.restart),
    log,
  });
  return {
    saveBackup: (): Promise<BackupSaved> => {
      const { fileName, fileType, extension, save } = deps.texts().computer.backup;
      const name = fileName(storage.now().slice(0, 10));
      return saveFile({
        ask: { title: save, kind: fileType, extension, name },
        write: storage.writeBackup,
        log,
      });
    },
    restoreBackup: restore.look,
    confirmRestore: restore.confirm,
  };
}
