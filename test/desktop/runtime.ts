import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const PREPARE_LIMIT_MS = 15 * 60_000;

/** The repository's folder. */
export const repository = path.resolve(import.meta.dirname, '../..');

let found: Promise<string> | undefined;

/** Returns the Electron executable that npm start and npm test use; prepared first when it is missing. */
export function electronPath(): Promise<string> {
  found ??= findElectron();
  return found;
}

async function findElectron(): Promise<string> {
  const script = path.join(repository, 'scripts/electron-path.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: PREPARE_LIMIT_MS });
  const last = stdout.trim().split('\n').at(-1);
  if (last === undefined || !path.isAbsolute(last)) throw new Error(`No Electron: ${stdout}`);
  return last;
}
