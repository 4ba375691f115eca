import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { within } from './within.ts';

const CALL_LIMIT_MS = 10_000;
// The keychain library asks for items of this schema; secret-tool by itself leaves the name out.
const SCHEMA = ['xdg:schema', 'org.freedesktop.Secret.Generic'];

/** The desktop's keyring, seen through `secret-tool` as any other program sees it. */
export type Keyring = {
  /** Puts a secret where the keychain library of the app looks for it. */
  readonly store: (service: string, account: string, secret: string) => Promise<void>;
  /** null when there is none. */
  readonly read: (service: string, account: string) => Promise<string | null>;
};

export function createKeyring(env: Readonly<Record<string, string>>): Keyring {
  const run = async (command: string, args: readonly string[], input: string) => {
    const child = spawn(command, args, { cwd: repository, env, stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(input);
    const code = new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve(status ?? 1));
    });
    const work = Promise.all([code, text(child.stdout)]);
    const [exitCode, output] = await within(work, CALL_LIMIT_MS, `${command} ${args[0] ?? ''}`);
    return { code: exitCode, output };
  };
  return {
    store: async (service, account, secret) => {
      // By the app's own library: secret-tool leaves out the schema's name from the second item on, and without it
      // the library does not find the item.
      const args = ['--input-type=module', '--eval', STORE, service, account];
      const { code } = await run(process.execPath, args, secret);
      if (code !== 0) throw new Error(`The keyring did not take ${service}/${account}.`);
    },
    read: async (service, account) => {
      const args = ['lookup', 'service', service, 'account', account];
      const { code, output } = await run('secret-tool', args, '');
      return code === 0 ? output : null;
    },
  };
}
