// Runs inside the new Debian of deb.sh, with the deb installed: an update server on loopback offers a newer deb, first one
// that was tampered with, then the real one; the installed app finds, fetches, proves and installs it.
// Argument: the folder with the newer deb.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { startDesktop } from '../../../test/desktop/session.ts';
import { within } from '../../../test/desktop/within.ts';
import { startUpdateServer } from '../../../test/e2e/support/update-server.ts';
import { holds } from './proof.ts';
import { asShopUser } from './shop-user.ts';
import { openInstalledShop } from './smoke.ts';

const UPDATE_PORT = 4799;
const LIMIT_MS = 120_000;
const NEW = '9.0.0';

const [folder = ''] = process.argv.slice(2);
const content = fs.readFileSync(path.join(folder, `mostrador_${NEW}_amd64.deb`));
const before = installedVersion();
const server = await startUpdateServer(UPDATE_PORT);
const desktop = await startDesktop();
try {
  const shop = await openInstalledShop(asShopUser(desktop));
  const { counter } = shop;
  const ask = <T>(script: string): Promise<T> => counter.evaluate<T>(script);
  const view = () =>
    ask<{ readonly update: { readonly kind: string }; readonly installBlock: string | null }>(
      "window.mostrador['computer:read']()",
    );
  const check = async (): Promise<string> => {
    await ask("window.mostrador['update:check']()");
    return JSON.stringify((await view()).update);
  };

  server.publish({ version: NEW, extension: 'deb', content, sha512: 'A'.repeat(86) + '==' });
  const refused = await check();
  holds('a deb whose SHA-512 is another one is thrown away', refused.includes('"tampered"'), refused);
  server.publish({ version: NEW, extension: 'deb', content });
  const ready = await check();
  holds(
    `version ${NEW} is found, fetched and proven; it will ask for the password`,
    ready.includes('"needsPassword":true'),
    ready,
  );

  await ask("window.mostrador['update:install']()");
  holds(
    'with an alert that waits it is not installed',
    (await view()).installBlock === 'alerts' && installedVersion() === before,
    installedVersion(),
  );
  await ask(
    "window.mostrador['alerts:open']().then((open) => window.mostrador['alerts:acknowledge']({ alertIds: open.map(({ id }) => id) }))",
  );
  // The window goes with the app.
  await ask("window.mostrador['update:install']()").catch(() => undefined);
  holds('the app ends in order', (await shop.exited) === 0, 'exit code 0');
  await within(
    until(() => installedVersion() === NEW),
    LIMIT_MS,
    'The installation',
    shop.output,
  );
  holds('dpkg has installed it', true, `${before} → ${installedVersion()}`);

  await within(
    until(() => isHealthy(shop.port)),
    LIMIT_MS,
    'The new app',
    shop.output,
  );
  holds('the app was started again and receives', true, `127.0.0.1:${String(shop.port)}`);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(shop.debugPort)}`);
  const session = await browser.newBrowserCDPSession();
  session.send('Browser.close').catch(() => undefined);
  await within(
    until(async () => !(await isHealthy(shop.port))),
    LIMIT_MS,
    'The end of the new app',
  );
  await shop.leave();
} finally {
  await desktop.stop();
  await server.stop();
}

function installedVersion(): string {
  return execFileSync('dpkg-query', ['-W', '-f', '${Version}', 'mostrador'], { encoding: 'utf8' });
}

function isHealthy(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${String(port)}/healthz`).then(
    (answer) => answer.ok,
    // Nobody listens.
    () => false,
  );
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(200);
}
