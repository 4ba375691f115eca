import path from 'node:path';
import type { SettingsProblem } from '../../../shared/ipc-contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RefusedSetting } from '../../../shared/settings/setting-faults.ts';
import { createSettingsCheck } from '../../../shared/settings/settings-schema.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { SettingsSaveError } from '../../core/settings/types.ts';
import type { Now } from '../../../shared/time.ts';
import { readTextFile } from '../files.ts';
import { setAside } from '../database/quarantine.ts';
import { isObject, readSettings } from './read-settings.ts';

const checkTyped = createSettingsCheck('typed');
const checkKept = createSettingsCheck('kept');
const NO_SETTINGS: RefusedSetting = { field: null, fault: 'invalid_type' };

/** Settings of the profile: read once, kept in memory, written whole. */
export type SettingsStore = {
  readonly read: () => Settings;
  /** What had to be put right when the file was read; nothing any more once settings have been saved. */
  readonly problems: () => readonly SettingsProblem[];
  /** `typed`: by a person, so as a person may. Whatever the error, the file and the settings in use are as they were. */
  readonly save: (settings: unknown, by?: 'typed') => Result<Settings, SettingsSaveError>;
  /** Returns a function that ends the subscription. */
  readonly onChange: (listener: (settings: Settings) => void) => () => void;
};

/** A JSON file that is replaced as a whole or not at all. */
export type SettingsFile = {
  readonly read: () => Readonly<Record<string, unknown>>;
  /** Throws when the disk refuses. */
  readonly write: (content: Readonly<Record<string, unknown>>) => void;
};

/**
 * Returns the settings in `settings.json` of a profile. One that is not JSON is set aside as
 * `settings.damaged-<time>.json`; one that cannot be read stays as it is. Throws an UnreadableFile.
 */
export function createSettingsStore({
  profileDir,
  now,
  openFile,
}: {
  readonly profileDir: string;
  readonly now: Now;
  /** Opens `settings.json` in that folder, which is JSON with an object in it or does not exist. */
  readonly openFile: (profileDir: string) => SettingsFile;
}): SettingsStore {
  const damaged = setDamagedAside(path.join(profileDir, 'settings.json'), now());
  const file = openFile(profileDir);
  const content = file.read();
  const { settings, reset } = readSettings(content);
  let current = settings;
  // What a newer version of the app wrote stays in the file.
  let others = content;
  let problems: readonly SettingsProblem[] = [
    ...damaged,
    ...reset.map((section) => ({ kind: 'section-reset', section }) as const),
  ];
  const listeners = new Set<(settings: Settings) => void>();

  return {
    read: () => current,
    problems: () => problems,
    save: (raw, by) => {
      const checked = by === 'typed' ? checkTyped(raw) : checkKept(raw);
      if (!checked.ok) {
        const [first = NO_SETTINGS] = checked.error;
        return err({ code: 'invalid', refused: { what: 'setting', ...first } });
      }
      try {
        file.write({ ...others, ...checked.value });
      } catch (error) {
        return err({ code: 'disk-failed', detail: error instanceof Error ? error.message : String(error) });
      }
      current = checked.value;
      others = { ...others, ...checked.value };
      problems = [];
      for (const listener of listeners) listener(current);
      return ok(current);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function setDamagedAside(file: string, at: string): readonly SettingsProblem[] {
  const text = readTextFile(file);
  if (text === null || holdsObject(text)) return [];
  return [{ kind: 'file-damaged', keptAs: setAside(file, at) }];
}

function holdsObject(text: string): boolean {
  try {
    return isObject(parseJsonFile(text));
  } catch {
    // No JSON: it goes aside, and people are told.
    return false;
  }
}

/** Returns the value of JSON as people's editors save it: some put a byte order mark first. */
export function parseJsonFile(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}
