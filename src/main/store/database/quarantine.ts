import fs from 'node:fs';
import path from 'node:path';
import { isThere } from '../files.ts';
import { isDamageError } from './store-error.ts';

const COPIES = ['damaged', 'newer', 'before'] as const;

/** Returns an ISO time in a form that every system allows in a file name. */
function fileTime(iso: string): string {
  return iso.replaceAll(':', '-').replaceAll('.', '-');
}

/**
 * Returns a path beside `file` that does not exist yet: `<name>.<why>-<time><ext>`, with a number when that is taken.
 */
export function besidePath(file: string, why: string, at: string): string {
  const { dir, name, ext } = path.parse(file);
  for (let count = 1; ; count += 1) {
    const candidate = path.join(
      dir,
      `${name}.${why}-${fileTime(at)}${count === 1 ? '' : `-${String(count)}`}${ext}`,
    );
    if (!isThere(candidate)) return candidate;
  }
}

/**
 * Renames `file` and the files that belong to it (suffixes such as `-wal`). Returns the new name without its folder.
 */
export function setAside(
  file: string,
  at: string,
  suffixes: readonly string[] = [],
  why: 'damaged' | 'newer' = 'damaged',
): string {
  const target = besidePath(file, why, at);
  // The file itself last: a log that stayed behind would be taken for one of the next file.
  for (const suffix of [...suffixes, '']) {
    if (isThere(file + suffix)) fs.renameSync(file + suffix, target + suffix);
  }
  return path.basename(target);
}

/** Renames folders that stand where SQLite or this app keeps a file beside `file`: with one there nothing could be opened. */
export function moveFoldersAside(file: string, at: string, suffixes: readonly string[]): void {
  for (const suffix of suffixes) {
    const found = fs.lstatSync(file + suffix, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) fs.renameSync(file + suffix, besidePath(file + suffix, 'folder', at));
  }
}

/** Returns the name of the file that was set aside last; null when none was. */
export function lastSetAside(file: string, why: 'damaged' | 'newer'): string | null {
  const { dir, name, ext } = path.parse(file);
  const isOne = (entry: string): boolean => entry.startsWith(`${name}.${why}-`) && entry.endsWith(ext);
  return fs.readdirSync(dir).filter(isOne).toSorted().at(-1) ?? null;
}

/** Removes the copies beside `file` (set aside or made before a migration) that were last written before `before`. */
export function removeOldCopies(file: string, before: string): void {
  const { dir, name } = path.parse(file);
  for (const entry of fs.readdirSync(dir)) {
    if (COPIES.some((why) => entry.startsWith(`${name}.${why}-`))) removeIfOld(path.join(dir, entry), before);
  }
}

/** Removes a file that was not finished, with what SQLite wrote beside it. */
export function removeWith(file: string): void {
  for (const suffix of ['-journal', '-wal', '-shm', '']) fs.rmSync(file + suffix, { force: true });
}

function removeIfOld(copy: string, before: string): void {
  try {
    const stat = fs.lstatSync(copy);
    // Only what was set aside by the app itself: of a folder that stood in the file's place nothing is known.
    if (stat.isFile() && stat.mtime.toISOString() < before) fs.rmSync(copy);
  } catch {
    // A copy that is held by another program, or gone meanwhile, keeps no orders file closed: its turn comes again.
  }
}

const HEADER_BYTES = 100;

/** Returns true for what cannot be an orders file. An app killed on its first start may leave an empty one. */
export function isWreck(file: string): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && (stat.isDirectory() || stat.size === 0);
}

/**
 * Returns whether the file is shorter than its first page says (sqlite.org/fileformat2.html, "The Database Header").
 */
export function isCut(file: string): boolean {
  const size = sizeOf(file);
  if (size < HEADER_BYTES) return size > 0;
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, header);
  } finally {
    fs.closeSync(handle);
  }
  const pageSize = header.readUInt16BE(16);
  return size < header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
}

/** Returns the size in bytes; 0 when there is no such file. */
export function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Leaves a note of damage, so that the next start looks at every page and sets the file aside. */
export function watchForDamage<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isDamageError(error)) noteDamage(file);
    throw error;
  }
}

export function forgetDamage(file: string): void {
  try {
    fs.rmSync(`${file}-check`, { force: true });
  } catch {
    // It only costs the next start another look at every page.
  }
}

function noteDamage(file: string): void {
  try {
    fs.writeFileSync(`${file}-check`, '');
  } catch {
    // The disk is failing: the original error is rethrown, and that is the one that people see.
  }
}
