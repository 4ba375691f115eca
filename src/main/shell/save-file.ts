import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { createFileDialogs, type FileDialogs } from './file-dialogs.ts';

type SaveFileOutcome =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'disk-failed' };

/** Asks for a place and writes there, whole or not at all. */
export async function saveFile(options: {
  readonly ask: Parameters<FileDialogs['chooseNew']>[0];
  /** Writes a new file; throws when the disk refuses. */
  readonly write: (file: string) => void | Promise<void>;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): Promise<SaveFileOutcome> {
  const file = await createFileDialogs().chooseNew(options.ask);
  if (file === null) return { kind: 'cancelled' };
  const half = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    await options.write(half);
    await rename(half, file);
    return { kind: 'saved', file };
  } catch (error) {
    options.log.error('A file could not be saved where it was wanted', error);
    await rm(half, { force: true }).catch(() => undefined);
    return { kind: 'disk-failed' };
  }
}
