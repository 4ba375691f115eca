import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { repository } from '../../desktop/runtime.ts';
import { startDesktop } from '../../desktop/session.ts';
import { slowdown } from '../../processor-time.ts';
import { es, openShop, untilReceiving, type Shop } from '../main-job/open-shop.ts';

const ANSWER_LIMIT_MS = 1_000;

let shop: Shop;
let stopped: number | null = null;
afterEach(async () => {
  if (stopped !== null) process.kill(stopped, 'SIGCONT');
  stopped = null;
  await shop?.stop();
});

/** The process of this desktop whose command begins with this. */
function serviceOf(command: string): number {
  for (const entry of fs.readdirSync('/proc').map(Number)) {
    if (!Number.isInteger(entry)) continue;
    try {
      const words = fs.readFileSync(`/proc/${String(entry)}/cmdline`, 'utf8').split('\0');
      const isOurs = words.some((word) => word.includes(shop.desktop.folder));
      if (isOurs && words[0]?.endsWith(command) === true) return entry;
    } catch {
      // It ended meanwhile.
    }
  }
  throw new Error(`No ${command} runs here`);
}

async function expectToldAtOnce(code: string): Promise<void> {
  const order = {
    order_id: randomUUID(),
    order_code: code,
    status: 'READY_FOR_PICKUP',
    client: { store_id: shop.simulator.connection().vendorId },
    sys: { updated_at: new Date().toISOString() },
  };
  const began = performance.now();
  expect(await shop.post(order)).toBe(200);
  const tookMs = performance.now() - began;
  const slower = slowdown();
  expect(tookMs / slower).toBeLessThan(ANSWER_LIMIT_MS);
  await shop.toast(es.alerts.readyTitle(code));
  const card = await shop.window('card.html');
  await card
    .getByRole('listitem')
    .filter({ hasText: code })
    .waitFor({ timeout: 3_000 * slower });
}

test.each(['pulseaudio', 'gnome-keyring-daemon'])(
  'a %s that hangs holds up no answer, no card and no toast',
  async (command) => {
    shop = await openShop();
    await untilReceiving(shop);
    stopped = serviceOf(command);
    process.kill(stopped, 'SIGSTOP');
    for (const code of ['501', '502', '503']) await expectToldAtOnce(code);
    await shop.trayCount(3);
  },
);

test('a sound server that dies while an alert rings holds nothing up, and the light says that nothing can be heard', async () => {
  shop = await openShop();
  await untilReceiving(shop);
  await expectToldAtOnce('504');
  process.kill(serviceOf('pulseaudio'), 'SIGKILL');
  for (const code of ['505', '506']) await expectToldAtOnce(code);
  const { sentence } = es.health['sound-no-device'](null);
  const failed = es.health['sound-failed'](null).sentence;
  await shop.desktop.tray.waitForItemWhere(
    ({ tooltip }) => tooltip.includes(sentence) || tooltip.includes(failed),
    20_000,
  );
});

/** Owns the tray's name on the bus, and never answers anybody. */
const DEAF_TRAY = `
  import { sessionBus } from 'dbus-next';
  await sessionBus().requestName('org.kde.StatusNotifierWatcher', 0);
  console.log('owned');
  setInterval(() => undefined, 1000);
`;

test('a tray that never answers holds up no start, no answer, no card and no toast', async () => {
  const desktop = await startDesktop({ tray: false });
  const tray = spawn(process.execPath, ['--input-type=module', '--eval', DEAF_TRAY], {
    cwd: repository,
    env: { ...desktop.env, PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void tray.kill('SIGKILL'));
  await once(tray.stdout, 'data');
  tray.kill('SIGSTOP');
  shop = await openShop({ on: desktop, desktop: { tray: false } });
  await untilReceiving(shop);
  for (const code of ['511', '512', '513']) await expectToldAtOnce(code);
});
