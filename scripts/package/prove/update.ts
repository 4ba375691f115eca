// Proves that an installed app updates itself: builds two versions, installs the first, serves the second on loopback, and
// follows it from the tampered file to the restarted app. NSIS on Windows, AppImage on Linux; the deb: update-steps.sh. It
// uses the real home folder and keychain of whoever runs it: for machines of the release pipeline, not for a shop's.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { startDesktop } from '../../../test/desktop/session.ts';
import { startUpdateServer, type UpdateServer } from '../../../test/e2e/support/update-server.ts';
import { prepareBuild } from '../../prepare/build.mjs';
import { electronDistribution, prepareElectronRuntime } from '../../prepare/electron-runtime.mjs';
import { Obstacle, runScript, step } from '../../prepare/progress.mjs';
import { ownVersion, pack } from '../pack.mjs';
import { updateProof } from '../rules/plan.ts';
import { asAppImage } from './app-image.ts';
import { credentials } from './credentials.ts';
import { followUpdate, holdsNewVersion, NEXT_VERSION, UPDATE_PORT, untilGone } from './follow-update.ts';
import { holds } from './proof.ts';
import { endByDebugging, openInstalledShop } from './smoke.ts';
import { install, installedApp, installedVersion, places, powershell, uninstall } from './windows.ts';

type Packages = { readonly first: string; readonly next: Buffer };

await runScript(async () => {
  if (process.env['CI'] !== 'true' && !process.argv.includes('--on-this-computer'))
    throw new Obstacle('This installs the app here: add --on-this-computer to mean it.');
  await step('electron', prepareElectronRuntime);
  await step('build', prepareBuild);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-update-'));
  try {
    const packages = await packTwice(folder);
    const server = await startUpdateServer(UPDATE_PORT);
    try {
      await (process.platform === 'win32'
        ? proveSetupUpdate(packages, server)
        : proveAppImageUpdate(packages, server, folder));
    } finally {
      await server.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});

/** The version of this repository, and the same with a higher number. */
async function packTwice(folder: string): Promise<Packages> {
  const electron = electronDistribution();
  const official = electron?.official === true;
  const { target, can, how } = updateProof({ platform: process.platform, official, hasDpkg: false });
  if (electron === null || !can) throw new Obstacle(`The update of ${target} cannot be proven here: ${how}.`);
  process.env['MOSTRADOR_UPDATE_URL'] = `http://127.0.0.1:${String(UPDATE_PORT)}/`;
  const packOne = async (version: string): Promise<string> => {
    const output = path.join(folder, version);
    const files = await pack({ electron, version, targets: [target], archs: [process.arch], output });
    const file = files.find((name) => /\.(exe|AppImage)$/.test(name));
    if (file === undefined) throw new Obstacle(`${version} was not built.`);
    return file;
  };
  const first = await packOne(ownVersion(official));
  return { first, next: fs.readFileSync(await packOne(NEXT_VERSION)) };
}

/** Windows: the installer replaces the old version and starts the new one. */
async function proveSetupUpdate({ first, next }: Packages, server: UpdateServer): Promise<void> {
  console.log('== Installed, and updated by itself');
  await install(first);
  const shop = await openInstalledShop(installedApp);
  const update = { extension: 'exe', content: next } as const;
  await followUpdate({ shop, server, next: update, installed: installedVersion });
  await holdsNewVersion(shop, places.data);
  holds('its data is still there', fs.existsSync(path.join(places.data, 'orders.db')));
  // The installer started it, so this script has no connection to it.
  powershell(`Get-Process | Where-Object Path -eq '${places.program}' | Stop-Process -Force`);
  await untilGone(shop);
  await shop.leave();
  await uninstall('/S', '--delete-app-data');
  holds('nothing is left', !fs.existsSync(places.data) && (await credentials.accounts()).length === 0);
}

/** Linux: the app replaces the old file when it ends, and is started again. */
async function proveAppImageUpdate(
  { first, next }: Packages,
  server: UpdateServer,
  folder: string,
): Promise<void> {
  console.log('== Started, and updated by itself');
  const desktop = await startDesktop();
  try {
    const app = asAppImage(first, folder, desktop);
    const shop = await openInstalledShop(app);
    const isNext = (): boolean => fs.readFileSync(app.command).equals(next);
    await followUpdate({
      shop,
      server,
      next: { extension: 'AppImage', content: next },
      installed: () => (isNext() ? NEXT_VERSION : shop.version),
    });
    await holdsNewVersion(shop, app.profileDir);
    await endByDebugging(shop);
    await untilGone(shop);
    await shop.leave();
  } finally {
    await desktop.stop();
  }
}
