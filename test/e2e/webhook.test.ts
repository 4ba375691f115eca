import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answersTo,
  expectSilence,
  menuLabels,
  pixels,
  post,
  readyOrder,
  toastTitled,
  trayCounts,
} from './support/news.ts';
import { LIMIT_MS, openShop, type Shop } from './support/shop.ts';
import { openCounter } from './support/windows.ts';

let shop: Shop;
let counter: Page;

beforeAll(async () => {
  shop = await openShop();
  await shop.start();
  counter = await openCounter(shop);
});

afterAll(() => shop?.close());

const rowOf = (code: string) => counter.getByRole('grid').getByRole('row').filter({ hasText: code });

test('a ready order is answered 200, notified, counted in the tray, listed, and a click on its toast opens it', async () => {
  const { simulator, desktop } = shop;
  // Health stands still once the first questions were answered: from here on only the count changes the icon.
  await desktop.tray.choose(shop.texts.tray.refresh);
  await toastTitled(shop, shop.texts.alerts.refreshTitle);
  const before = await desktop.tray.item();

  const placed = simulator.orders.create();
  const order = simulator.orders.ready(placed.id);
  const toast = await toastTitled(shop, `Pedido ${order.code} listo para retirar`);
  expect(toast).toMatchObject({ urgency: 'normal', expiresAfterMs: 0, replaces: 0 });
  expect(toast.body).toBe(`Para ${order.customer?.firstName}.`);
  expect(await answersTo(shop, order.id)).toEqual([200]);

  const counted = await trayCounts(shop, 1);
  expect(pixels(counted)).not.toBe(pixels(before));
  await desktop.tray.waitForMenu(
    (items) => items.some(({ label }) => label.startsWith(order.code)),
    LIMIT_MS,
  );
  await rowOf(order.code).waitFor();

  desktop.notifications.click(toast.id);
  await counter.getByRole('heading', { name: `Pedido ${order.code}` }).waitFor();
  await counter
    .getByText(order.lines[0]?.product.name ?? 'no line')
    .first()
    .waitFor();

  await rowOf(order.code).getByRole('button', { name: 'Visto' }).click();
  const seen = await trayCounts(shop, 0);
  expect(pixels(seen)).toBe(pixels(before));
  expect(desktop.notifications.toasts().filter(({ title }) => title.includes(order.code))).toEqual([toast]);
});

test('a tray entry that begins with the code of a waiting order opens that order', async () => {
  const { order } = await readyOrder(shop);
  const menu = await shop.desktop.tray.waitForMenu(
    (items) => items.some(({ label }) => label.startsWith(order.code)),
    LIMIT_MS,
  );
  await shop.desktop.tray.choose(menu.find(({ label }) => label.startsWith(order.code))?.label ?? '');
  await counter.getByRole('heading', { name: `Pedido ${order.code}` }).waitFor();
});

test('a wrong or missing secret is answered 401 and nothing else happens', async () => {
  const { simulator } = shop;
  const order = { ...simulator.orders.draft(), status: 'READY_FOR_PICKUP' as const };
  await expectSilence(shop, async () => {
    expect(await post(shop, order, { secret: 'not the secret' })).toBe(401);
    expect(await post(shop, order, { secret: null })).toBe(401);
  });
  expect(await rowOf(order.code).count()).toBe(0);
  expect((await menuLabels(shop)).filter((label) => label.includes(order.code))).toEqual([]);
  // The same order with the right one: the guard lets it in.
  expect(await post(shop, order)).toBe(200);
  await toastTitled(shop, shop.texts.alerts.readyTitle(order.code));
  await rowOf(order.code).waitFor();
});

test('a repeated delivery is answered 200 and notified once', async () => {
  const { order } = await readyOrder(shop);
  await expectSilence(shop, async () => {
    expect(await post(shop, order)).toBe(200);
    expect(await post(shop, order)).toBe(200);
  });
  expect(await rowOf(order.code).count()).toBe(1);
});

test('a cancelled order says not to hand it over, critically, in place of the ready one', async () => {
  const { order, toast } = await readyOrder(shop);
  shop.simulator.orders.cancel(order.id, { reason: 'ITEM_UNAVAILABLE' });
  const cancelled = await toastTitled(shop, `NO ENTREGAR ${order.code}`);
  expect(cancelled).toMatchObject({
    urgency: 'critical',
    expiresAfterMs: 0,
    body: 'Pedido cancelado: Faltaba un producto.',
  });
  expect(await answersTo(shop, order.id)).toEqual([200, 200]);
  await expect.poll(shop.desktop.notifications.closedByApp, { timeout: LIMIT_MS }).toContain(toast.id);
  const strip = counter.getByRole('region', { name: shop.texts.orders.alertsLabel });
  await strip.getByText(order.code).waitFor();
  await strip.getByText('NO ENTREGAR').first().waitFor();
  await shop.desktop.tray.waitForMenu(
    (items) =>
      items.some(
        ({ label }) => label.startsWith(order.code) && label.includes(shop.texts.tray.cancelled('')),
      ),
    LIMIT_MS,
  );
});

test('a ready that comes after the cancellation is answered 200 and is silent, even with a newer version', async () => {
  const { simulator } = shop;
  const { order } = await readyOrder(shop);
  const cancelled = simulator.orders.cancel(order.id);
  await toastTitled(shop, shop.texts.alerts.cancelledTitle(order.code));
  await expectSilence(shop, async () => {
    expect(await post(shop, order)).toBe(200);
    expect(await post(shop, { ...order, updatedAt: cancelled.updatedAt + 60_000 })).toBe(200);
  });
  await counter.getByRole('tab', { name: /^Cancelados/ }).click();
  await rowOf(order.code).getByText('NO ENTREGAR').waitFor();
  await counter.getByRole('tab', { name: /^Listos/ }).click();
});

test('an order of another shop is answered 200 and is silent', async () => {
  const { simulator } = shop;
  simulator.addShop('998877');
  const other = simulator.orders.create({ storeId: '998877' });
  await expectSilence(shop, async () => {
    simulator.orders.ready(other.id);
    expect(await answersTo(shop, other.id)).toEqual([200]);
  });
  for (const tab of ['Listos', 'Otros']) {
    await counter.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    expect(await rowOf(other.code).count()).toBe(0);
  }
  expect((await menuLabels(shop)).filter((label) => label.includes(other.code))).toEqual([]);
});
