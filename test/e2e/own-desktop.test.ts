import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOwnDesktop } from '../desktop/own/own-desktop.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder, refresh } from './support/news.ts';

// What other systems' tests see of the tray is recorded inside the app. Here a bus sees the same, and both have to agree.
let virtual: Desktop;
let shop: Shop;

beforeAll(async () => {
  virtual = await startDesktop({ sound: false });
  const own = await startOwnDesktop(virtual.env);
  // Here toasts go to the bus without Electron's part in it, so only the bus knows of them.
  shop = await openShop({
    on: {
      ...virtual,
      env: own.env,
      appDir: own.appDir,
      folder: own.folder,
      tray: own.tray,
      keyring: own.keyring,
      stop: own.stop,
    },
  });
  await untilReceiving(shop);
});
afterAll(async () => {
  await shop?.stop();
  await virtual?.stop();
});

test('what is recorded in the app is what the tray got', async () => {
  const { order, toast } = await readyOrder(shop);
  shop.simulator.orders.cancel(order.id);
  await shop.toast(`NO ENTREGAR ${order.code}`);
  await shop.trayCount(1);
  expect(shop.desktop.notifications.toasts()).toHaveLength(2);
  // Lights still change after a start, and the two are asked one after the other.
  const tooltips = async () =>
    new Set([(await shop.desktop.tray.item()).tooltip, (await virtual.tray.item()).tooltip]);
  await expect.poll(async () => (await tooltips()).size, { timeout: LIMIT_MS }).toBe(1);
  const labels = async (desktop: Desktop) => (await desktop.tray.menu()).map(({ label }) => label);
  expect(await labels(shop.desktop)).toEqual(await labels(virtual));
  // The first toast was taken away when the order was cancelled.
  await expect.poll(shop.desktop.notifications.closedByApp, { timeout: LIMIT_MS }).toEqual([toast.id]);
});

test('clicks there do what clicks on the real ones do', async () => {
  const { tray, notifications } = shop.desktop;
  const counter = await shop.openCounter();
  const { order, toast } = await readyOrder(shop);
  notifications.click(toast.id);
  await counter.getByRole('heading', { name: order.code }).first().waitFor({ timeout: LIMIT_MS });
  expect((await refresh(shop)).title).toBe(es.alerts.refreshTitle);
  await tray.choose(es.tray.quit);
  expect(await shop.app().exited).toBe(0);
  await tray.waitUntilEmpty(LIMIT_MS);
});
