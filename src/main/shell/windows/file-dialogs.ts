import path from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

export type FileDialogs = {
  /** Returns a file to write; null when the user cancels. */
  readonly chooseNew: (ask: FileQuestion & { readonly name: string }) => Promise<string | null>;
  /** Returns a file to read; null when the user cancels. */
  readonly chooseExisting: (ask: FileQuestion) => Promise<string | null>;
  /** Returns a folder; null when the user cancels. */
  readonly chooseFolder: (title: string) => Promise<string | null>;
};

type FileQuestion = {
  readonly title: string;
  /** Name of this kind of file. */
  readonly kind: string;
  /** Without a dot. */
  readonly extension: string;
};

/** Returns the system's file dialogs, shown in front of the focused window. */
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
    chooseFolder: async (title) => {
      const options = { title, properties: ['openDirectory' as const, 'createDirectory' as const] };
      const parent = BrowserWindow.getFocusedWindow();
      const { filePaths } =
        parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return filePaths[0] ?? null;
    },
  };
}
