// Runs inside the new Debian of prove-deb.sh, with the deb installed: starts the app as a shop's ordinary user on a
// virtual desktop and follows one order. Argument: the version that must be running.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { startDesktop } from '../../../test/desktop/session.ts';
import { within } from '../../../test/desktop/within.ts';
import { sandboxFacts } from '../../../test/e2e/main-job/sandbox.ts';
import { holds } from './proof.ts';
import { asShopUser, HOME, USER } from './shop-user.ts';
import { openInstalledShop, runsAsNode } from './smoke.ts';

const LIMIT_MS = 30_000;

const desktop = await startDesktop();
try {
  const installed = asShopUser(desktop);
  // setpriv replaces itself with the app, so its process id is the app's.
  const shop = await openInstalledShop(installed);
  const { code } = shop.order;
  holds('the installed app answers a webhook', shop.status === 200, `HTTP ${String(shop.status)}`);
  holds('its list shows the order', true, code);
  holds('it is the version of the package', shop.version === process.argv[2], shop.version);
  const title = `Pedido ${code} listo para retirar`;
  const toast = await desktop.notifications.waitFor((one) => one.title === title, LIMIT_MS, title);
  holds('it rings: Notify on the session bus', true, toast.title);
  const inputs = await within(soundInputs(), LIMIT_MS, 'The sound');
  holds('it rings: a stream on the loudspeaker', inputs.length > 0, `${String(inputs.length)} stream`);
  const menu = await desktop.tray.menu();
  const entry = menu.find(({ label }) => label.startsWith(code));
  holds('the tray menu shows the order', entry !== undefined, entry?.label);
  const { renderers, commandLines } = sandboxFacts(shop.pid);
  const sandboxed = renderers.filter(({ seccomp, ownUserNamespace }) => seccomp === 2 && ownUserNamespace);
  holds(
    `Chromium's sandbox is on, for user ${USER}`,
    renderers.length > 0 &&
      sandboxed.length === renderers.length &&
      !commandLines.join(' ').includes('--no-sandbox'),
    `${String(sandboxed.length)} of ${String(renderers.length)} pages`,
  );
  holds('the binary is no Node (fuse)', !(await runsAsNode(installed)));
  holds('it quits in order', (await shop.quit()) === 0, 'exit code 0');
  const data = path.join(HOME, '.config/Mostrador');
  holds('its data is in the home folder', fs.existsSync(path.join(data, 'orders.db')), data);
} finally {
  await desktop.stop();
}

async function soundInputs(): Promise<readonly string[]> {
  for (;;) {
    const answer = execFileSync('pactl', ['list', 'short', 'sink-inputs'], {
      encoding: 'utf8',
      env: desktop.env,
    });
    if (answer.trim() !== '') return answer.trim().split('\n');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
