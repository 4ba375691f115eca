import { readFile, stat, writeFile, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createFileDialogs, type FileDialogs } from './windows/file-dialogs.ts';

/** Returns a file's name without its folders. */
export function nameOf(file: string): string {
  return path.basename(file);
}

/** Returns the path of a log in a profile. */
export function logIn(profileDir: string, name: string): string {
  return path.join(profileDir, 'logs', name);
}

/** Writes a file that only its owner may read. Throws when it cannot be written. */
export async function writePrivate(file: string, content: Uint8Array): Promise<void> {
  await writeFile(file, content, { mode: 0o600 });
}

/** Writes a text file. Throws when it cannot be written. */
export async function writeText(file: string, text: string): Promise<void> {
  await writeFile(file, text);
}

/** Returns a file's text; null when it is larger than `maxBytes`, or no file. Throws when it cannot be read. */
export async function readTextUpTo(file: string, maxBytes: number): Promise<string | null> {
  const found = await stat(file);
  // A pipe or a device says that it is empty, and never ends.
  return found.isFile() && found.size <= maxBytes ? readFile(file, 'utf8') : null;
}

type SaveFileOutcome =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'disk-failed' };

/** Writes a file completely or not at all: what stood in its place stays until then. Throws when it cannot be written. */
export async function writeWhole(file: string, write: (half: string) => void | Promise<void>): Promise<void> {
  // A folder of its own, so that nothing remains of what the writer may create beside the file.
  const folder = await mkdtemp(`${file}.part-`);
  try {
    const half = path.join(folder, path.basename(file));
    await write(half);
    await rename(half, file);
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Asks where to save a file and writes it there, completely or not at all. */
export async function saveFile(options: {
  readonly ask: Parameters<FileDialogs['chooseNew']>[0];
  /** Writes a new file. Throws when it cannot be written. */
  readonly write: (file: string) => void | Promise<void>;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): Promise<SaveFileOutcome> {
  const file = await createFileDialogs().chooseNew(options.ask);
  if (file === null) return { kind: 'cancelled' };
  try {
    await writeWhole(file, options.write);
    return { kind: 'saved', file };
  } catch (error) {
    options.log.error('A file could not be saved where it was wanted', error);
    return { kind: 'disk-failed' };
  }
}
