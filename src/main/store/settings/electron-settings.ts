import ElectronStore from 'electron-store';
import type { Now } from '../../../shared/time.ts';
import {
  createSettingsStore,
  parseJsonFile,
  type SettingsFile,
  type SettingsStore,
} from './settings-store.ts';
import { isObject } from './read-settings.ts';

/** Opens the settings of a profile, in `settings.json` of its folder. */
export function openSettingsStore({
  profileDir,
  now,
}: {
  readonly profileDir: string;
  readonly now: Now;
}): SettingsStore {
  return createSettingsStore({ profileDir, now, openFile: openWithElectronStore });
}

/** electron-store writes a new file beside the old one, syncs it and renames it over. */
function openWithElectronStore(profileDir: string): SettingsFile {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: profileDir,
    name: 'settings',
    configFileMode: 0o600,
    // Keys are taken whole: a dot in one is no path.
    accessPropertiesByDotNotation: false,
    deserialize: (text) => {
      const content = parseJsonFile(text);
      return isObject(content) ? { ...content } : {};
    },
  });
  return {
    read: () => store.store,
    write: (content) => {
      store.store = { ...content };
    },
  };
}
