import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const PROOF_LIMIT_MS = 30_000;

/**
 * Makes electron-updater keep the file name of an AppImage that it replaces. By itself it removes the old file and uses
 * the new file's name when that contains a version, as releases do; whatever stores the path (the entry at login, the
 * restart, a user's own launcher) then starts nothing.
 * Source: github.com/electron-userland/electron-builder/issues/5810; remove this when it keeps the name.
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
        // Runs it once, only to let it install what it needs; the app itself is started afterwards.
        const only = ['APPIMAGE_SILENT_INSTALL=true', 'APPIMAGE_EXIT_AFTER_INSTALL=true'];
        execFileSync('env', [...only, file], { timeout: PROOF_LIMIT_MS });
      } catch (error) {
        log.warn('The new version could not be run once', error);
      }
      return true;
    },
  });
}

/**
 * Returns why an AppImage cannot be replaced by this file; null: it can. Ask before the app ends for it: one that was moved
 * away would not come back, and one in a folder that takes nothing would end and come back as it was again and again.
 */
export function whyNotReplaced(appImage: string, fetched: string): 'install' | 'disk' | null {
  try {
    const folder = path.dirname(fs.realpathSync(appImage));
    fs.rmdirSync(fs.mkdtempSync(path.join(folder, '.mostrador-')));
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize < fs.statSync(fetched).size ? 'disk' : null;
  } catch {
    // Whatever the system says: nothing can be put there.
    return 'install';
  }
}

/** Replaces a file so that a complete one exists at every moment: the old or the new one. Throws when it cannot. */
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
