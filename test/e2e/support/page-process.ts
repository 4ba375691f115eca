import fs from 'node:fs';
import path from 'node:path';
import type { Shop } from '../main-job/open-shop.ts';

/** Returns the app's log so far. */
export function logOf(shop: Shop): string {
  const folder = path.join(shop.profileDir, 'logs');
  const files = fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
  return files.join('\n');
}

/** Returns the process id of the page whose address contains `name`; 0 while there is none. */
export function processOf(shop: Shop, name: string): Promise<number> {
  return shop.app().app.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()
        .map(({ webContents }) => webContents)
        .find((contents) => contents.getURL().includes(wanted) && !contents.isCrashed())
        ?.getOSProcessId() ?? 0,
    name,
  );
}

/** Keeps that page busy for ever. */
export function hang(shop: Shop, name: string): Promise<void> {
  return shop.app().app.evaluate(({ BrowserWindow }, wanted) => {
    const page = BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .find((contents) => contents.getURL().includes(wanted));
    void page?.executeJavaScript('for (;;) {}').catch(() => undefined);
  }, name);
}
