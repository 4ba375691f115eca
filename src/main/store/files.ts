import fs from 'node:fs';
import process from 'node:process';

/** A file that is there and cannot be read: locked, forbidden, on a failing disk, or no file at all. It is not damaged. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly file: string;
  /** As the system names it (`EACCES`). */
  readonly code: string;

  constructor(file: string, cause: unknown) {
    const code = codeOf(cause);
    super(`${file} cannot be read: ${code}`, { cause });
    this.file = file;
    this.code = code;
  }
}

/** Returns the text of a file; null when there is none. Throws an UnreadableFile. */
export function readTextFile(file: string): string | null {
  try {
    // A pipe or a device may never end.
    const found = fs.statSync(file);
    if (!found.isFile() && !found.isDirectory()) throw new Error('no file');
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    // A link to a disk that is not there yet is no missing file.
    if (codeOf(error) === 'ENOENT' && !isThere(file)) return null;
    throw new UnreadableFile(file, error);
  }
}

/** Returns true for a file of at most so many bytes; false for a pipe, a device or a folder. Throws when nothing is there. */
export function isFileUpTo(file: string, maxBytes: number): boolean {
  const found = fs.statSync(file);
  return found.isFile() && found.size <= maxBytes;
}

/** Returns true for a file with something in it; false for a folder, an empty file, or nothing. */
export function isFilled(file: string): boolean {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > 0;
}

/**
 * Returns true when something stands there, whether or not it can be followed or read. Throws when that cannot be told: what
 * may be there is not to be replaced.
 */
export function isThere(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Returns the system's name of an error (`EACCES`), else what it says. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}

/** Returns when what was written to the file is on the disk. */
export function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Makes renames last. Windows knows nothing of the kind, and writes them in order. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
