import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDesktop, type Desktop } from '../../../test/desktop/session.ts';
import { packageFile } from './follow-order.ts';
import { holds } from './proof.ts';
import { openInstalledShop, runsAsNode, type Installed } from './smoke.ts';

const LIMIT_MS = 30_000;

/** Proves the AppImage on a virtual desktop: nothing to install, one order followed. */
export async function proveAppImage(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-app-image-'));
  const desktop = await startDesktop();
  try {
    const installed = asAppImage(packageFile(/\.AppImage$/), folder, desktop);
    const shop = await openInstalledShop(installed);
    holds('the AppImage answers a webhook', shop.status === 200, `HTTP ${String(shop.status)}`);
    holds('its list shows the order', true, shop.order.code);
    const title = `Pedido ${shop.order.code} listo para retirar`;
    await desktop.notifications.waitFor((one) => one.title === title, LIMIT_MS, title);
    holds('it rings: Notify on the session bus', true, title);
    holds('the binary is no Node (fuse)', !(await runsAsNode(installed)));
    holds('it quits in order', (await shop.quit()) === 0, 'exit code 0');
  } finally {
    await desktop.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts an AppImage into a folder, like a user who downloads it, and returns how it is started there. */
export function asAppImage(file: string, folder: string, desktop: Desktop): Installed {
  const command = path.join(folder, 'Mostrador.AppImage');
  fs.copyFileSync(file, command);
  fs.chmodSync(command, 0o755);
  const profileDir = path.join(folder, 'profile');
  return {
    command,
    args: [`--profile=${profileDir}`],
    // On a system without FUSE the AppImage unpacks itself.
    env: { ...desktop.env, APPIMAGE_EXTRACT_AND_RUN: '1' },
    profileDir,
    saveSecret: (account, secret) => desktop.keyring.store('Mostrador', account, secret),
  };
}
