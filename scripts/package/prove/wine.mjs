import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const LIMIT_MS = 120_000;

/**
 * A Windows of its own under wine, in a folder that holds all of it.
 * @param {string} folder
 */
export function createWine(folder) {
  const prefix = path.join(folder, 'windows');
  const home = path.join(folder, 'home');
  // wine links its desktop into the home folder.
  fs.mkdirSync(path.join(home, 'Desktop'), { recursive: true });
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    USER: 'tienda',
    LANG: process.env['LANG'] ?? 'C.UTF-8',
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // Prevents offers to download .NET or a browser, and menu entries on this machine's desktop.
    WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
  };
  /** @param {readonly string[]} args @param {Record<string, string>} [more] */
  const run = (args, more = {}) => {
    const done = spawnSync('wine', args, {
      env: { ...env, ...more },
      encoding: 'utf8',
      timeout: LIMIT_MS,
    });
    if (done.error !== undefined) throw done.error;
    return { code: done.status, output: done.stdout.replaceAll('\r', ''), errors: done.stderr };
  };
  run(['wineboot', '-i']);
  const user = path.join(
    prefix,
    'drive_c/users',
    fs.readdirSync(path.join(prefix, 'drive_c/users')).find((name) => name !== 'Public') ?? '',
  );
  return {
    env,
    run,
    roaming: path.join(user, 'AppData/Roaming'),
    local: path.join(user, 'AppData/Local'),
    desktop: path.join(home, 'Desktop'),
    /** What a registry key below HKCU and all below it hold; empty when it is not there. @param {string} key */
    registry: (key) => {
      const { code, output } = run(['reg', 'query', `HKCU\\${key}`, '/s']);
      return code === 0 ? output : '';
    },
    stop: () => {
      spawnSync('wineserver', ['-k'], { env });
      spawnSync('wineserver', ['-w'], { env, timeout: LIMIT_MS });
    },
  };
}
