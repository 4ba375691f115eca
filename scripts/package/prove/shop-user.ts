import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Desktop } from '../../../test/desktop/session.ts';
import type { Installed } from './smoke.ts';

export const USER = 'tienda';
export const HOME = `/home/${USER}`;

/** Like a login of that user: with its own home and the desktop's bus, screen and loudspeaker. */
export function asShopUser({ env, folder, keyring }: Desktop): Installed {
  execFileSync('useradd', ['--create-home', USER]);
  const id = (flag: string): string => execFileSync('id', [flag, USER], { encoding: 'utf8' }).trim();
  const runtimeDir = path.join(folder, 'run-of-user');
  fs.mkdirSync(runtimeDir, { mode: 0o700 });
  const profileDir = path.join(HOME, '.config/Mostrador');
  const own = (...paths: readonly string[]): void => {
    execFileSync('chown', ['-R', `${id('-u')}:${id('-g')}`, ...paths]);
  };
  own(runtimeDir);
  const { XDG_CONFIG_HOME: _config, XDG_DATA_HOME: _data, XDG_CACHE_HOME: _cache, ...shared } = env;
  return {
    command: 'setpriv',
    args: `--pdeathsig KILL --reuid ${id('-u')} --regid ${id('-g')} --clear-groups -- mostrador`.split(' '),
    env: { ...shared, PATH: '/usr/bin:/bin', HOME, USER, XDG_RUNTIME_DIR: runtimeDir },
    profileDir,
    saveSecret: (account, secret) => keyring.store('Mostrador', account, secret),
    onProfile: () => own(HOME),
  };
}
