import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The repository's folder, wherever a script was started from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Absolute path inside the repository. @param {...string} parts */
export function inRoot(...parts) {
  return path.join(root, ...parts);
}

/** Where Node 24 stands once the dependencies are installed: the Node that Electron ships too. */
export function node24Path() {
  return inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * A writable folder for what is prepared once and shared by every clone; the repository's own when the user's is
 * read-only. Created when it is missing.
 */
export function cacheFolder() {
  for (const folder of [path.join(userCacheRoot(), 'mostrador'), inRoot('.cache/mostrador')]) {
    try {
      fs.mkdirSync(folder, { recursive: true });
      fs.accessSync(folder, fs.constants.W_OK);
      return folder;
    } catch {
      // Not writable: the next one.
    }
  }
  throw new Error(`Neither ${userCacheRoot()} nor ${inRoot('.cache')} can be written to.`);
}

function userCacheRoot() {
  const given = process.env['XDG_CACHE_HOME'];
  if (given !== undefined && path.isAbsolute(given)) return given;
  if (process.platform === 'win32') {
    return process.env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local');
  }
  return path.join(os.homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}
