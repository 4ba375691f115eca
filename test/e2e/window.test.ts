import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { spawnApp } from '../desktop/launch-app.ts';
import { within } from '../desktop/within.ts';
import { nextToast, readyOrder } from './support/news.ts';
import { LIMIT_MS, openShop, type Shop } from './support/shop.ts';
import { openCounter, windowGone, windowOf } from './support/windows.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

afterEach(() => shop.app().stop());

afterAll(() => shop?.close());

/** Addresses of the windows that a person can see. */
function seenWindows(): Promise<readonly string[]> {
  return shop.app().app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map((window) => window.webContents.getURL()),
  );
}

const counterIsSeen = async (): Promise<boolean> =>
  (await seenWindows()).some((url) => url.includes('view=counter'));

test('--hidden starts in the tray without a window; a left click on the icon opens the counter', async () => {
  await shop.start({ args: ['--hidden'] });
  // Its first question to the platform is answered: by then every window of the start would be there.
  await expect.poll(() => shop.simulator.requests.length, { timeout: LIMIT_MS }).toBeGreaterThan(0);
  expect(await seenWindows()).toEqual([]);
  await shop.desktop.tray.activate();
  await expect.poll(counterIsSeen, { timeout: LIMIT_MS }).toBe(true);
});

test('closing the counter leaves the app at work in the tray, with a note the first time only', async () => {
  await shop.start();
  const { desktop, texts } = shop;
  const notes = () =>
    desktop.notifications.toasts().filter(({ title }) => title === texts.tray.stillRunningTitle);
  await (await windowOf(shop, 'view=counter')).close();
  const note = await nextToast(shop, 0, 'Mostrador sigue funcionando');
  expect(note.body).toContain('Salir');
  await windowGone(shop, 'view=counter');
  const { order, toast } = await readyOrder(shop);
  expect(await counterIsSeen()).toBe(false);

  desktop.notifications.click(toast.id);
  const counter = await windowOf(shop, 'view=counter');
  await counter.getByRole('heading', { name: `Pedido ${order.code}` }).waitFor();
  await counter.close();
  await readyOrder(shop);
  expect(notes()).toEqual([note]);
});

test('a second instance shows the window of the first and ends by itself', async () => {
  await shop.start({ args: ['--hidden'] });
  expect(await counterIsSeen()).toBe(false);
  const second = await spawnApp({ desktop: shop.desktop, profileDir: shop.profileDir });
  expect(await within(second.exited, LIMIT_MS, 'The end of the second instance', second.output)).toBe(0);
  await expect.poll(counterIsSeen, { timeout: LIMIT_MS }).toBe(true);
  expect(shop.desktop.tray.count()).toBe(1);
});

test('an app with another profile is not kept away by the first', async () => {
  await shop.start({ args: ['--hidden'] });
  const other = await spawnApp({ desktop: shop.desktop, args: ['--hidden'] });
  await expect.poll(shop.desktop.tray.count, { timeout: LIMIT_MS }).toBe(2);
  other.kill('SIGTERM');
  expect(await within(other.exited, LIMIT_MS, 'The end of the other app', other.output)).toBe(0);
});

test('"Salir" ends the process with code 0 and leaves the tray', async () => {
  await shop.start();
  await openCounter(shop);
  await shop.desktop.tray.choose('Salir');
  expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app', shop.app().output)).toBe(0);
  await shop.desktop.tray.waitUntilEmpty(LIMIT_MS);
});
