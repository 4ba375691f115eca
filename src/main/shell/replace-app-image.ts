import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const PROOF_LIMIT_MS = 30_000;

/**
 * Lets electron-updater put a new AppImage in the place of the old one, under its name. By itself it removes the old file
 * and gives the new one its own name when that holds a version, as those of releases do; whatever remembers the path (the
 * entry at login, the restart, a user's own launcher) then starts nothing.
 * Source: github.com/electron-userland/electron-builder/issues/5810; may go when that keeps the name.
 */
export function keepAppImageName(
  updater: object,
  appImage: string,
  log: { readonly warn: (message: string, detail?: unknown) => void },
): void {
  Object.defineProperty(updater, 'doInstall', {
    configurable: true,
    value: (): boolean => {
      const fetched: unknown = Reflect.get(updater, 'installerPath');
      if (typeof fetched !== 'string') return false;
      const file = fs.realpathSync(appImage);
      replaceFile(fetched, file);
      try {
        // Once, and only so far that it has seen to what it needs: the app itself is started by the system afterwards.
        const only = ['APPIMAGE_SILENT_INSTALL=true', 'APPIMAGE_EXIT_AFTER_INSTALL=true'];
        execFileSync('env', [...only, file], { timeout: PROOF_LIMIT_MS });
      } catch (error) {
        log.warn('The new version could not be run once', error);
      }
      return true;
    },
  });
}

/** At every moment there is a whole program under that name: the old one or the new one. Throws when the disk refuses. */
function replaceFile(from: string, file: string): void {
  const next = `${file}.new`;
  try {
    fs.copyFileSync(from, next);
    fs.chmodSync(next, 0o755);
    sync(next);
    fs.renameSync(next, file);
    sync(path.dirname(file));
  } finally {
    fs.rmSync(next, { force: true });
  }
  fs.rmSync(from, { force: true });
}

function sync(file: string): void {
  const handle = fs.openSync(file, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
