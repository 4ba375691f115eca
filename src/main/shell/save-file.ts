import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

export type SaveFileOutcome =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'disk-failed' };

/** Asks for a place and writes there, whole or not at all. */
export async function saveFile(options: {
  /** Without a folder; the documents folder is offered. */
  readonly fileName: string;
  readonly fileType: string;
  readonly content: Uint8Array;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): Promise<SaveFileOutcome> {
  const asked = {
    defaultPath: path.join(app.getPath('documents'), options.fileName),
    filters: [{ name: options.fileType, extensions: [path.extname(options.fileName).slice(1)] }],
  };
  const parent = BrowserWindow.getFocusedWindow();
  const chosen = await (parent === null
    ? dialog.showSaveDialog(asked)
    : dialog.showSaveDialog(parent, asked));
  if (chosen.canceled || chosen.filePath === '') return { kind: 'cancelled' };
  const half = `${chosen.filePath}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(half, options.content, { mode: 0o600 });
    await rename(half, chosen.filePath);
    return { kind: 'saved', file: chosen.filePath };
  } catch (error) {
    options.log.error('A file could not be saved where it was wanted', error);
    await rm(half, { force: true }).catch(() => undefined);
    return { kind: 'disk-failed' };
  }
}
