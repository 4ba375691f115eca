import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { SettingsFile } from '../../src/main/store/settings/settings-store.ts';

type Store = { store: Record<string, unknown> };
type StoreClass = new (options: Readonly<Record<string, unknown>>) => Store;

/** `conf` is the class that electron-store extends and all of its reading and writing. */
async function loadConf(): Promise<StoreClass> {
  const fromElectronStore = createRequire(import.meta.resolve('electron-store'));
  const { default: Conf } = (await import(pathToFileURL(fromElectronStore.resolve('conf')).href)) as {
    default: StoreClass;
  };
  return Conf;
}

/** electron-store as a module, without Electron, outside of which it cannot be loaded. */
export async function loadElectronStore(): Promise<{ readonly default: StoreClass }> {
  const Conf = await loadConf();
  return {
    default: class extends Conf {
      constructor({ name, ...options }: Readonly<Record<string, unknown>>) {
        super({ configName: name, ...options });
      }
    },
  };
}

/** The file as electron-store keeps it, without Electron. */
export async function loadSettingsFile(): Promise<(profileDir: string) => SettingsFile> {
  const Conf = await loadConf();
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
