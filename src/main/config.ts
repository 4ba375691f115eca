import path from 'node:path';

/** What the command line and the environment decide. Only this file reads either. */
export type Config = {
  /** Folder of settings, orders and logs; null: the system's usual place. */
  readonly profileDir: string | null;
  /** Start in the tray, without a window. */
  readonly hidden: boolean;
  readonly demo: boolean;
  /** Service name in the keychain. */
  readonly keychainService: string;
};

export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Config {
  const flag = (name: string): boolean => argv.includes(`--${name}`);
  const prefix = '--profile=';
  const given = argv.find((arg) => arg.startsWith(prefix))?.slice(prefix.length) ?? env['MOSTRADOR_PROFILE'];
  const demo = flag('demo');
  return {
    profileDir: given === undefined || given === '' ? null : path.resolve(given),
    hidden: flag('hidden'),
    demo,
    keychainService: demo ? 'Mostrador Demo' : 'Mostrador',
  };
}
