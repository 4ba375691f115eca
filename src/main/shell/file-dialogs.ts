import path from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

export type FileDialogs = {
  /** A file to write; null when the person changed their mind. */
  readonly chooseNew: (ask: FileQuestion & { readonly name: string }) => Promise<string | null>;
  /** A file to read; null when the person changed their mind. */
  readonly chooseExisting: (ask: FileQuestion) => Promise<string | null>;
};

type FileQuestion = {
  readonly title: string;
  /** What such a file is called. */
  readonly kind: string;
  /** Without a dot. */
  readonly extension: string;
};

/** Asks for files in the system's own dialogs, in front of the window that was used last. */
export function createFileDialogs(): FileDialogs {
  return {
    chooseNew: async ({ title, kind, extension, name }) => {
      const options = {
        title,
        defaultPath: path.join(app.getPath('documents'), name),
        filters: [{ name: kind, extensions: [extension] }],
      };
      const parent = BrowserWindow.getFocusedWindow();
      const { filePath } =
        parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options);
      return filePath === '' ? null : filePath;
    },
    chooseExisting: async ({ title, kind, extension }) => {
      const options = {
        title,
        filters: [{ name: kind, extensions: [extension] }],
        properties: ['openFile' as const],
      };
      const parent = BrowserWindow.getFocusedWindow();
      const { filePaths } =
        parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return filePaths[0] ?? null;
    },
  };
}
