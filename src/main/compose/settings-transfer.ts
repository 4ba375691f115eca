import type { ExportOutcome, ImportOutcome, Settings } from '../../shared/settings.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Now } from '../../shared/time.ts';
import type { Log } from '../log.ts';
import { createFileDialogs, type FileDialogs } from '../shell/file-dialogs.ts';
import { nameOf, readTextUpTo, writeText } from '../shell/files.ts';
import { withOwnProgram, readSettingsCopy, writeSettingsCopy } from '../store/settings-file.ts';

const EXTENSION = 'json';
/** A copy has a few kilobytes. A bigger file is something else. */
const MAX_BYTES = 256 * 1024;

/**
 * Returns how settings are written to a file that the user chooses, and read from one. Importing only reads: the page
 * asks to save.
 */
export function createSettingsTransfer(deps: {
  readonly settings: () => Settings;
  readonly texts: () => Texts;
  readonly now: Now;
  readonly log: Log;
  readonly dialogs?: FileDialogs;
}): {
  readonly exportSettings: () => Promise<ExportOutcome>;
  readonly importSettings: () => Promise<ImportOutcome>;
} {
  const dialogs = deps.dialogs ?? createFileDialogs();
  return {
    exportSettings: async () => {
      const { preferences } = deps.texts();
      const now = deps.now();
      const file = await dialogs.chooseNew({
        title: preferences.exportTitle,
        kind: preferences.fileKind,
        extension: EXTENSION,
        name: preferences.fileName(now.slice(0, 10)),
      });
      if (file === null) return { kind: 'cancelled' };
      try {
        await writeText(file, writeSettingsCopy(deps.settings(), now));
        return { kind: 'saved', file: nameOf(file) };
      } catch (error) {
        deps.log.error('The copy of the settings could not be written', error);
        return { kind: 'failed' };
      }
    },
    importSettings: async () => {
      const { preferences } = deps.texts();
      const file = await dialogs.chooseExisting({
        title: preferences.importTitle,
        kind: preferences.fileKind,
        extension: EXTENSION,
      });
      if (file === null) return { kind: 'cancelled' };
      try {
        const text = await readTextUpTo(file, MAX_BYTES);
        if (text === null) return { kind: 'refused', why: 'foreign', detail: null };
        const own = deps.settings();
        const copy = readSettingsCopy(text, own);
        return copy.ok
          ? { kind: 'read', file: nameOf(file), ...withOwnProgram(copy.value, own) }
          : { kind: 'refused', ...copy.error };
      } catch (error) {
        deps.log.error('The copy of the settings could not be read', error);
        return { kind: 'refused', why: 'unreadable', detail: null };
      }
    },
  };
}
