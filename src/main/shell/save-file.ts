import { mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createFileDialogs, type FileDialogs } from './windows/file-dialogs.ts';

type SaveFileOutcome =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'disk-failed' };

/** Asks where to save a file and writes it there, completely or not at all. */
export async function saveFile(options: {
  readonly ask: Parameters<FileDialogs['chooseNew']>[0];
  /** Writes a new file. Throws when it cannot be written. */
  readonly write: (file: string) => void | Promise<void>;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): Promise<SaveFileOutcome> {
  const file = await createFileDialogs().chooseNew(options.ask);
  if (file === null) return { kind: 'cancelled' };
  let folder: string | null = null;
  try {
    // A folder of its own, so that nothing remains of what the writer may create beside the file.
    folder = await mkdtemp(`${file}.part-`);
    const half = path.join(folder, path.basename(file));
    await options.write(half);
    await rename(half, file);
    return { kind: 'saved', file };
  } catch (error) {
    options.log.error('A file could not be saved where it was wanted', error);
    return { kind: 'disk-failed' };
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
