import type { BackupRestored } from '../../../shared/settings/transfer.ts';
import type { Result } from '../../../shared/result.ts';

type Refusal = Extract<BackupRestored, { kind: 'refused' }>['why'];
type Content = Omit<Extract<BackupRestored, { kind: 'read' }>, 'kind' | 'file'>;

export type Restore = {
  /** Asks for a backup file and returns what it holds; changes nothing. */
  readonly look: () => Promise<BackupRestored>;
  /** Restarts the app with the backup that was read last. */
  readonly confirm: () => BackupRestored;
};

/** Returns how a backup is restored: the user sees what it holds, then confirms. */
export function createRestore(deps: {
  /** Returns null when the user chose no file. */
  readonly chooseFile: () => Promise<string | null>;
  /** Returns the name of a file as the user knows it. */
  readonly nameOf: (file: string) => string;
  readonly read: (file: string) => Result<Content, Refusal>;
  /** Prepares the restore for the next start; returns when the backup was made. */
  readonly stage: (file: string) => Result<string, Refusal>;
  readonly restart: () => void;
  readonly log: { readonly info: (message: string) => void; readonly error: (message: string) => void };
}): Restore {
  const { log } = deps;
  let looked: { readonly file: string; readonly shown: string } | null = null;
  const refused = (why: Refusal): BackupRestored => {
    log.error(`A backup was refused: ${why}`);
    return { kind: 'refused', why };
  };
  return {
    look: async () => {
      const file = await deps.chooseFile();
      if (file === null) return { kind: 'cancelled' };
      const read = deps.read(file);
      if (!read.ok) return refused(read.error);
      looked = { file, shown: JSON.stringify(read.value) };
      return { kind: 'read', file: deps.nameOf(file), ...read.value };
    },
    confirm: () => {
      if (looked === null) return { kind: 'cancelled' };
      const { file, shown } = looked;
      looked = null;
      const again = deps.read(file);
      if (!again.ok) return refused(again.error);
      // The file was replaced after the user saw what it holds.
      if (JSON.stringify(again.value) !== shown) return refused('not-a-backup');
      const staged = deps.stage(file);
      if (!staged.ok) return refused(staged.error);
      log.info(`Starts again with the backup of ${staged.value}`);
      deps.restart();
      return { kind: 'restarts' };
    },
  };
}
