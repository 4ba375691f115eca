// Runs inside the new Debian of deb.sh, with the deb installed: an update server on loopback offers a newer deb, first one
// that was tampered with, then the real one; the installed app finds, fetches, proves and installs it.
// Argument: the folder with the newer deb.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { startDesktop } from '../../../test/desktop/session.ts';
import { startUpdateServer } from '../../../test/e2e/support/update-server.ts';
import { followUpdate, NEXT_VERSION, UPDATE_PORT, untilGone } from './follow-update.ts';
import { asShopUser } from './shop-user.ts';
import { endByDebugging, openInstalledShop } from './smoke.ts';

const [folder = ''] = process.argv.slice(2);
const content = fs.readFileSync(path.join(folder, `mostrador_${NEXT_VERSION}_amd64.deb`));
const server = await startUpdateServer(UPDATE_PORT);
const desktop = await startDesktop();
try {
  const shop = await openInstalledShop(asShopUser(desktop));
  await followUpdate({ shop, server, next: { extension: 'deb', content }, installed });
  await endByDebugging(shop);
  await untilGone(shop);
  await shop.leave();
} finally {
  await desktop.stop();
  await server.stop();
}

function installed(): string {
  return execFileSync('dpkg-query', ['-W', '-f', '${Version}', 'mostrador'], { encoding: 'utf8' });
}
