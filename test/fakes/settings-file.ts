import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { SettingsFile } from '../../src/main/store/settings/settings-store.ts';

type Store = { store: Record<string, unknown> };
type StoreClass = new (options: Readonly<Record<string, unknown>>) => Store;

/**
 * The file as electron-store keeps it, without Electron: `conf` is the class that electron-store extends and all of its
 * reading and writing. Outside Electron electron-store itself cannot be loaded.
 */
export async function loadSettingsFile(): Promise<(profileDir: string) => SettingsFile> {
  const fromElectronStore = createRequire(import.meta.resolve('electron-store'));
  const { default: Conf } = (await import(pathToFileURL(fromElectronStore.resolve('conf')).href)) as {
    default: StoreClass;
  };
  return (profileDir) => {
    const conf = new Conf({ cwd: profileDir, configName: 'settings', accessPropertiesByDotNotation: false });
    return {
      read: () => conf.store,
      write: (content) => {
        conf.store = { ...content };
      },
    };
  };
}
