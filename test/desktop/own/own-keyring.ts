import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { assertNever } from '../../../src/shared/result.ts';
import { createKeyring, type Keyring } from '../keyring.ts';

const SERVICES = ['Mostrador', 'Mostrador Demo'];

/** A keyring for the tests of one desktop, in the real store of the system, and the way to leave none of it behind. */
/** What is done to a virtual desktop only. */
const NOT_HERE = {
  forget: () => Promise.reject(new Error("A person's keychain is left alone.")),
  freeze: () => undefined,
};

export type OwnKeyring = { readonly keyring: Keyring; readonly stop: () => Promise<void> };
type System = 'win32' | 'darwin' | 'linux';

/** The credential store of this system, seen as any other program sees it. */
export async function openOwnKeyring(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<OwnKeyring> {
  const system = systemOf(process.platform);
  switch (system) {
    case 'win32':
      return windowsKeyring();
    case 'darwin':
      return macKeyring(folder);
    case 'linux':
      return linuxKeyring(env);
    default:
      return assertNever(system);
  }
}

function linuxKeyring(env: Readonly<Record<string, string>>): OwnKeyring {
  const clear = (): Promise<void> => {
    for (const service of SERVICES) spawnSync('secret-tool', ['clear', 'service', service], { env });
    return Promise.resolve();
  };
  void clear();
  return { keyring: createKeyring(env, null), stop: clear };
}

/** Windows keeps no list per program: everything under the app's names goes, before and after. */
async function windowsKeyring(): Promise<OwnKeyring> {
  const { default: keytar } = await import('keytar');
  const clear = async (): Promise<void> => {
    for (const service of SERVICES) {
      for (const { account } of await keytar.findCredentials(service)) {
        await keytar.deletePassword(service, account);
      }
    }
  };
  await clear();
  const keyring: Keyring = {
    ...NOT_HERE,
    store: (service, account, secret) => keytar.setPassword(service, account, secret),
    read: (service, account) => keytar.getPassword(service, account),
  };
  return { keyring, stop: clear };
}

/** A keychain of its own, made the default for as long as the tests run. Entries are open to every program (`-A`). */
function macKeyring(folder: string): OwnKeyring {
  const file = path.join(folder, 'tests.keychain-db');
  const security = (...args: readonly string[]): string =>
    execFileSync('security', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  const before = security('default-keychain', '-d', 'user').replaceAll('"', '');
  const searched = security('list-keychains', '-d', 'user')
    .split('\n')
    .map((line) => line.trim().replaceAll('"', ''));
  security('create-keychain', '-p', 'throw-away', file);
  security('set-keychain-settings', file);
  security('unlock-keychain', '-p', 'throw-away', file);
  security('list-keychains', '-d', 'user', '-s', file, ...searched);
  security('default-keychain', '-d', 'user', '-s', file);
  const keyring: Keyring = {
    ...NOT_HERE,
    store: (service, account, secret) => {
      security('add-generic-password', '-A', '-U', '-s', service, '-a', account, '-w', secret, file);
      return Promise.resolve();
    },
    read: (service, account) => {
      try {
        return Promise.resolve(security('find-generic-password', '-s', service, '-a', account, '-w', file));
      } catch {
        // Its exit code says that there is none.
        return Promise.resolve(null);
      }
    },
  };
  const stop = (): Promise<void> => {
    security('default-keychain', '-d', 'user', '-s', before);
    security('list-keychains', '-d', 'user', '-s', ...searched);
    security('delete-keychain', file);
    return Promise.resolve();
  };
  return { keyring, stop };
}

function systemOf(platform: NodeJS.Platform): System {
  return platform === 'win32' || platform === 'darwin' ? platform : 'linux';
}
