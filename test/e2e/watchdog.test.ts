import fs from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { within } from '../desktop/within.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { expectHeard } from './support/loudness.ts';
import { readyOrder } from './support/news.ts';
import { parentOf, readProc } from './support/search.ts';

const MINUTE_MS = 60_000;
let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterEach(() => shop?.stop());

/** Main processes on this profile: the app, and what waits for its end. */
function processes(): { readonly apps: readonly number[]; readonly watchers: readonly number[] } {
  const all = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), command: commandOf(pid), parent: parentOf(pid) }))
    .filter(
      ({ command }) => command.includes(`--profile=${shop.profileDir} `) && !command.includes(' --type='),
    );
  const watches = ({ command }: { readonly command: string }): boolean => command.includes(' --watch ');
  const running = all.filter((one) => !watches(one));
  // What an app is about to start is for a moment its very image.
  const apps = running.filter(({ parent }) => running.every(({ pid }) => pid !== parent));
  return { apps: apps.map(({ pid }) => pid), watchers: all.filter(watches).map(({ pid }) => pid) };
}

/** Chromium writes blanks between the words of its own; others keep what they were started with. */
function commandOf(pid: string): string {
  return `${readProc(pid, 'cmdline').toString('utf8').replaceAll('\0', ' ')} `;
}

async function untilWatched(): Promise<void> {
  await expect.poll(() => processes().watchers.length, { timeout: LIMIT_MS }).toBe(1);
}

test.for(['SIGKILL', 'SIGILL'] as const)(
  'an app that %s ended is back within a minute, says so, rings on, and can be quit for good',
  { timeout: 3 * MINUTE_MS },
  async (signal) => {
    const { order } = await readyOrder(shop);
    await shop.trayCount(1);
    await untilWatched();
    process.kill(shop.app().pid, signal);
    await within(shop.app().exited, LIMIT_MS, 'The end of the app');
    await shop.desktop.tray.waitUntilEmpty(LIMIT_MS);
    await shop.desktop.tray.waitForItem(MINUTE_MS);
    await shop.trayCount(1);
    await untilReceiving(shop);
    await shop.toast(es.start.revivedTitle);
    await expectHeard(shop, 9_000);
    await shop.desktop.tray.waitForMenu(
      (items) => items.some(({ label }) => label.startsWith(order.code)),
      LIMIT_MS,
    );
    expect(processes()).toMatchObject({ apps: [expect.any(Number)], watchers: [expect.any(Number)] });

    await shop.desktop.tray.choose(es.tray.quit);
    await expect.poll(processes, { timeout: LIMIT_MS }).toEqual({ apps: [], watchers: [] });
  },
);

test('an app that was quit stays away, and nobody waits for it any more', async () => {
  await untilWatched();
  await shop.desktop.tray.choose(es.tray.quit);
  expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
  await expect.poll(processes, { timeout: LIMIT_MS }).toEqual({ apps: [], watchers: [] });
});

test(
  'who starts the app by hand before its watcher does has one app, without a window that nobody asked for',
  { timeout: 2 * MINUTE_MS },
  async () => {
    await untilWatched();
    shop.app().app.process().kill('SIGKILL');
    await shop.app().exited;
    await shop.launch();
    await untilReceiving(shop);
    // Until the first app's watcher has tried and gone.
    await expect.poll(() => processes().watchers.length, { timeout: MINUTE_MS }).toBe(1);
    expect(processes().apps).toHaveLength(1);
    expect(
      shop
        .app()
        .app.windows()
        .map((page) => page.url()),
    ).not.toContainEqual(expect.stringContaining('view='));
  },
);

test('what waits for the end of the app keeps none of its files and connections open', async () => {
  await untilWatched();
  const [watcher = 0] = processes().watchers;
  const folder = `/proc/${watcher}/fd`;
  const kept = fs.readdirSync(folder).flatMap((name) => {
    try {
      return [`${name}: ${fs.readlinkSync(`${folder}/${name}`)}`];
    } catch {
      // Closed between the two looks.
      return [];
    }
  });
  // Only the line on which it waits: a helper of Chromium's whose end it hid would never be replaced.
  expect(kept.filter((one) => !one.endsWith(': /dev/null'))).toEqual([expect.stringMatching(/^0: socket:/)]);
});
