import { execFileSync } from 'node:child_process';
import process from 'node:process';
import keytar from 'keytar';
import { metaOf } from '../../../src/main/store/settings/secret-rules.ts';
import { SECRET_NAMES } from '../../../src/shared/settings/settings.ts';

const SERVICE = 'Mostrador';
const ACCOUNTS = SECRET_NAMES.flatMap((name) => [name, metaOf(name)]);

/** The system's credential store, as a program other than the app uses it. */
type Credentials = {
  /** Saves a secret that the app may read. */
  readonly save: (account: string, secret: string) => Promise<void>;
  /** Returns whether exactly this secret is saved; where only the app may read its secrets, whether any is. */
  readonly keeps: (account: string, secret: string) => Promise<boolean>;
  /** Returns the names of the app's accounts that have an entry. */
  readonly accounts: () => Promise<readonly string[]>;
  readonly forget: () => Promise<void>;
};

export const credentials: Credentials = process.platform === 'darwin' ? macKeychain() : anyStore();

function anyStore(): Credentials {
  const accounts = async (): Promise<readonly string[]> => {
    const found = await keytar.findCredentials(SERVICE);
    return found.map(({ account }) => account).toSorted();
  };
  return {
    save: (account, secret) => keytar.setPassword(SERVICE, account, secret),
    keeps: async (account, secret) => (await keytar.getPassword(SERVICE, account)) === secret,
    accounts,
    forget: async () => {
      for (const account of await accounts()) await keytar.deletePassword(SERVICE, account);
    },
  };
}

/**
 * An entry of the keychain may be read by the program that made it and by nobody else: so what is planted is opened to all
 * (`-A`), and of what the app saved only the attributes are looked at. Source: security(1), "add-generic-password".
 */
function macKeychain(): Credentials {
  const run = (command: string, account: string, ...more: readonly string[]): boolean => {
    try {
      execFileSync('security', [command, '-s', SERVICE, '-a', account, ...more], { stdio: 'ignore' });
      return true;
    } catch {
      // The entry does not exist.
      return false;
    }
  };
  const exists = (account: string): boolean => run('find-generic-password', account);
  return {
    save: (account, secret) => {
      const isSaved = run('add-generic-password', account, '-A', '-U', '-w', secret);
      return isSaved
        ? Promise.resolve()
        : Promise.reject(new Error(`The keychain does not take ${account}.`));
    },
    keeps: (account) => Promise.resolve(exists(account)),
    accounts: () => Promise.resolve(ACCOUNTS.filter(exists).toSorted()),
    forget: () => {
      for (const account of ACCOUNTS.filter(exists)) run('delete-generic-password', account);
      return Promise.resolve();
    },
  };
}
