import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

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
