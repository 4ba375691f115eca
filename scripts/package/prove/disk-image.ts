import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { credentials } from './credentials.ts';
import { followOrder, holdsSecrets, packageFile } from './follow-order.ts';
import { setLoginItem } from './login-item.ts';
import { holds } from './proof.ts';

const HOME_APPLICATIONS = path.join(os.homedir(), 'Applications');

/** Proves the disk image: drags its app into a folder of programs, follows one order, and removes it again. */
export async function proveDiskImage(): Promise<void> {
  const image = packageFile(new RegExp(`-${process.arch}\\.dmg$`));
  const mount = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-image-'));
  const app = path.join(HOME_APPLICATIONS, 'Mostrador.app');
  const data = path.join(os.homedir(), 'Library/Application Support/Mostrador');
  console.log('== Copied from the disk image');
  execFileSync('hdiutil', ['attach', image, '-nobrowse', '-readonly', '-mountpoint', mount]);
  try {
    fs.mkdirSync(HOME_APPLICATIONS, { recursive: true });
    execFileSync('ditto', [path.join(mount, 'Mostrador.app'), app]);
  } finally {
    execFileSync('hdiutil', ['detach', mount]);
  }
  execFileSync('codesign', ['--verify', '--deep', '--strict', app]);
  holds('what it is signed with covers every file', true);
  const command = path.join(app, 'Contents/MacOS/Mostrador');
  const installed = {
    command,
    args: [],
    env: process.env,
    profileDir: data,
    saveSecret: credentials.save,
  };
  await followOrder(installed, async ({ counter }) => {
    const entered = await setLoginItem(counter, true);
    const isTold = entered.kind === 'on' || (entered.kind === 'blocked' && entered.why === 'needs-approval');
    holds('start at login is entered, or waits for the approval that macOS asks for', isTold, entered);
    const removed = await setLoginItem(counter, false);
    holds('and it is taken out again', removed.kind === 'off', removed);
  });
  console.log('  – not shown here: the notification; macOS gives no program a list of them');
  console.log('== Removed');
  fs.rmSync(app, { recursive: true });
  holds('data is kept', fs.existsSync(path.join(data, 'orders.db')));
  await holdsSecrets('and so are the secrets');
  fs.rmSync(data, { recursive: true });
  await credentials.forget();
}
