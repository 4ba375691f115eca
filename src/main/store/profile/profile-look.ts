import fs from 'node:fs';
import path from 'node:path';
import type { StartTrouble } from '../../../shared/texts/start.ts';
import { codeOf, isThere, readTextFile, UnreadableFile } from '../files.ts';

/** Returns why the app cannot start on this profile now; null when its settings can be read, or there are none yet. */
export function lookAtSettings(profileDir: string): StartTrouble | null {
  try {
    readTextFile(path.join(profileDir, 'settings.json'));
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { kind: 'unreadable', where: error.file, why: error.code };
  }
}

/** Returns why the profile could not be taken, when that is not because the app runs on it already; else null. */
export function lookAtLock(profileDir: string, platform: string = process.platform): StartTrouble | null {
  try {
    fs.mkdirSync(profileDir, { recursive: true, mode: 0o700 });
    // A folder and not a file: nothing is left half written, and the way works on every system.
    fs.rmdirSync(fs.mkdtempSync(path.join(profileDir, '.writable-')));
    if (platform !== 'win32') proveHolder(path.join(profileDir, 'SingletonLock'));
    return null;
  } catch (error) {
    const where = error instanceof UnreadableFile ? error.file : profileDir;
    return { kind: 'unwritable', where, why: codeOf(error) };
  }
}

/**
 * Returns whether the app that died in one of these processes was the last to run on the profile. A lock that is another's,
 * or was given back in order, says that somebody has started the app since. On Windows nothing is known of that.
 */
export function wasLastToRun(
  profileDir: string,
  dead: readonly number[],
  platform: string = process.platform,
): boolean {
  try {
    if (!isThere(profileDir)) return false;
    if (platform === 'win32') return true;
    const holder = fs.readlinkSync(path.join(profileDir, 'SingletonLock'));
    return dead.includes(Number(holder.slice(holder.lastIndexOf('-') + 1)));
  } catch {
    // It was given back, or the way there is closed.
    return false;
  }
}

/** Chromium's lock on Linux and macOS is a link that names computer and process. Throws when no such process has it. */
function proveHolder(lock: string): void {
  try {
    const holder = fs.readlinkSync(lock);
    process.kill(Number(holder.slice(holder.lastIndexOf('-') + 1)), 0);
  } catch (error) {
    // Another user's process has it.
    if (codeOf(error) !== 'EPERM') throw new UnreadableFile(lock, error);
  }
}
