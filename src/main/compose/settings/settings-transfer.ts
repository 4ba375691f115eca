import { ok } from '../../../shared/result.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import type { Now } from '../../../shared/time.ts';
import { createSettingsTransfer, type SettingsTransfer } from '../../core/settings/transfer.ts';
import type { Log } from '../../log.ts';
import { createFileDialogs } from '../../shell/windows/file-dialogs.ts';
import { nameOf, readTextUpTo, writeText, writeWhole } from '../../shell/files.ts';
import { withOwnProgram, readSettingsCopy, writeSettingsCopy } from '../../store/settings/settings-file.ts';

const EXTENSION = 'json';
/** A copy has a few kilobytes. A bigger file is something else. */
const MAX_BYTES = 256 * 1024;

/** Returns how settings go to a file and come from one, over the system's dialogs and the disk. */
export function composeSettingsTransfer(deps: {
  readonly settings: () => Settings;
  readonly texts: () => Texts;
  readonly now: Now;
  readonly log: Log;
}): SettingsTransfer {
  const { settings, texts, now, log } = deps;
  const dialogs = createFileDialogs();
  return createSettingsTransfer({
    chooseNew: () => {
      const { exportTitle, fileKind, fileName } = texts().preferences;
      const name = fileName(now().slice(0, 10));
      return dialogs.chooseNew({ title: exportTitle, kind: fileKind, extension: EXTENSION, name });
    },
    chooseExisting: () => {
      const { importTitle, fileKind } = texts().preferences;
      return dialogs.chooseExisting({ title: importTitle, kind: fileKind, extension: EXTENSION });
    },
    nameOf,
    write: (file) => writeWhole(file, (half) => writeText(half, writeSettingsCopy(settings(), now()))),
    read: (file) => readTextUpTo(file, MAX_BYTES),
    parse: (text) => {
      const own = settings();
      const copy = readSettingsCopy(text, own);
      return copy.ok ? ok(withOwnProgram(copy.value, own)) : copy;
    },
    log,
  });
}
