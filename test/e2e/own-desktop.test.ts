import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOwnDesktop } from '../desktop/own/own-desktop.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder, refresh } from './support/news.ts';

// What other systems' tests see is recorded inside the app. Here a bus sees the same, and both have to agree.
let virtual: Desktop;
let shop: Shop;

beforeAll(async () => {
  virtual = await startDesktop({ sound: false });
  shop = await openShop({ on: await startOwnDesktop(virtual.env) });
  await untilReceiving(shop);
});
afterAll(async () => {
  await shop?.stop();
  await virtual?.stop();
});

test('what is recorded in the app is what tray and notifications got', async () => {
  const { order, toast } = await readyOrder(shop);
  shop.simulator.orders.cancel(order.id);
  await shop.toast(`NO ENTREGAR ${order.code}`);
  await shop.trayCount(1);
  const told = shop.desktop.notifications.toasts();
  expect(told).toHaveLength(2);
  await virtual.notifications.waitFor(({ title }) => title === told[1]?.title, LIMIT_MS);
  const onTheBus = virtual.notifications.toasts();
  const plain = ({ title, body, urgency, expiresAfterMs }: (typeof told)[number]) => ({
    title,
    body,
    urgency,
    expiresAfterMs,
  });
  expect(told.map(plain)).toEqual(onTheBus.map(plain));
  expect(await shop.desktop.tray.item()).toMatchObject({ tooltip: (await virtual.tray.item()).tooltip });
  const labels = async (desktop: Desktop) => (await desktop.tray.menu()).map(({ label }) => label);
  expect(await labels(shop.desktop)).toEqual(await labels(virtual));
  // The first toast was taken away when the order was cancelled.
  expect(shop.desktop.notifications.closedByApp()).toEqual([toast.id]);
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
