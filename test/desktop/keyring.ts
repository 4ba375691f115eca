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
  readonly forget: (service: string, account: string) => Promise<void>;
  /** Suspends the keyring until it is resumed; requests wait meanwhile. */
  readonly freeze: (isFrozen: boolean) => void;
};

/** `pid`: the keyring's; null: there is none. */
export function createKeyring(env: Readonly<Record<string, string>>, pid: number | null): Keyring {
  const secretTool = async (
    args: readonly string[],
    input: string,
  ): Promise<{ code: number; output: string }> => {
    const child = spawn('secret-tool', args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.on('error', () => undefined); // It ended without reading all: its exit code says why.
    child.stdin.end(input);
    const code = new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve(status ?? 1));
    });
    const work = Promise.all([code, text(child.stdout)]);
    const [exitCode, output] = await within(work, CALL_LIMIT_MS, `secret-tool ${args[0] ?? ''}`);
    return { code: exitCode, output };
  };
  return {
    store: async (service, account, secret) => {
      const label = `--label=${service}/${account}`;
      const args = ['store', label, ...SCHEMA, 'service', service, 'account', account];
      const { code } = await secretTool(args, secret);
      if (code !== 0) throw new Error(`The keyring did not take ${service}/${account}.`);
    },
    read: async (service, account) => {
      const { code, output } = await secretTool(['lookup', 'service', service, 'account', account], '');
      return code === 0 ? output : null;
    },
    forget: async (service, account) => {
      await secretTool(['clear', 'service', service, 'account', account], '');
    },
    freeze: (isFrozen) => {
      if (pid !== null) process.kill(pid, isFrozen ? 'SIGSTOP' : 'SIGCONT');
    },
  };
}
