import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { expectSilence, pixels, postOrder, readyOrder, refresh } from './support/news.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});

afterAll(() => shop?.stop());

const detailOf = (counter: Page, code: string) =>
  counter.getByRole('complementary', { name: `Pedido ${code}` });
const entryOf = async (code: string): Promise<string> => {
  const isEntry = ({ label }: { readonly label: string }): boolean => label.startsWith(code);
  const menu = await shop.desktop.tray.waitForMenu((items) => items.some(isEntry), LIMIT_MS);
  return menu.find(isEntry)?.label ?? '';
};

test('a toast that is clicked while no window is open opens the order with its products', async () => {
  const { order, toast } = await readyOrder(shop);
  expect(toast.body).toBe(`Para ${order.customer?.firstName}.`);
  shop.desktop.notifications.click(toast.id);
  const counter = await shop.window('view=counter');
  const detail = detailOf(counter, order.code);
  await detail.waitFor();
  for (const { product } of order.lines) await detail.getByText(product.name).first().waitFor();
  await counter.close();
});

test('a tray entry that begins with the code of a waiting order opens that order', async () => {
  const { order } = await readyOrder(shop);
  await shop.desktop.tray.choose(await entryOf(order.code));
  const counter = await shop.window('view=counter');
  await detailOf(counter, order.code).waitFor();
  await counter.close();
});

test('a code with & and _ is read in the tray as it is, and opens its order', async () => {
  const { order } = await readyOrder(shop, { code: 'A&B_C' });
  await shop.desktop.tray.choose(await entryOf('A&B_C'));
  const counter = await shop.window('view=counter');
  await detailOf(counter, order.code).waitFor();
  await counter.close();
});

test('the button for all on the card takes away every toast and the count, and the icon is as it was', async () => {
  const { notifications, tray } = shop.desktop;
  const { order, toast } = await readyOrder(shop);
  const card = await shop.window('card.html');
  await card.getByRole('button', { name: /^Marcar los \d+ como vistos$/ }).click();
  await shop.trayCount(0);
  await expect.poll(notifications.closedByApp, { timeout: LIMIT_MS }).toContain(toast.id);
  // Health stands still once a question was answered: only the count changes the icon.
  await refresh(shop);
  const before = pixels(await tray.item());

  const { toast: second } = await readyOrder(shop);
  await shop.trayCount(1);
  await tray.waitForItemWhere((item) => pixels(item) !== before, LIMIT_MS);
  await card.getByRole('button', { name: /^Visto, pedido / }).click();
  await shop.trayCount(0);
  await tray.waitForItemWhere((item) => pixels(item) === before, LIMIT_MS);
  await expect.poll(notifications.closedByApp, { timeout: LIMIT_MS }).toContain(second.id);
  // Seen is not gone: the order still waits for its rider.
  expect(await entryOf(order.code)).not.toBe('');
});

test('a cancellation takes the place of the ready toast, and the menu says not to hand it over', async () => {
  const { order, toast } = await readyOrder(shop);
  shop.simulator.orders.cancel(order.id, { reason: 'ITEM_UNAVAILABLE' });
  const cancelled = await shop.toast(`NO ENTREGAR ${order.code}`);
  expect(cancelled).toMatchObject({
    urgency: 'critical',
    expiresAfterMs: 0,
    body: 'Pedido cancelado: Faltaba un producto.',
  });
  await expect.poll(shop.desktop.notifications.closedByApp, { timeout: LIMIT_MS }).toContain(toast.id);
  await shop.trayCount(1);
  await shop.desktop.tray.waitForMenu(
    (items) => items.some(({ label }) => label === es.tray.cancelled(order.code)),
    LIMIT_MS,
  );
});

test('a ready that comes after the cancellation is silent even when its version is newer', async () => {
  const { order } = await readyOrder(shop);
  const cancelled = shop.simulator.orders.cancel(order.id);
  await shop.toast(es.alerts.cancelledTitle(order.code));
  await expectSilence(shop, async () => {
    expect(await postOrder(shop, order)).toBe(200);
    expect(await postOrder(shop, { ...order, updatedAt: cancelled.updatedAt + 60_000 })).toBe(200);
  });
  expect(await entryOf(order.code)).toBe(es.tray.cancelled(order.code));
});

test('an order cancelled after it was handed over says so, without the alarm of one that is still here', async () => {
  const { order } = await readyOrder(shop);
  const card = await shop.window('card.html');
  await card.getByRole('button', { name: es.card.handedOverOrder(order.code) }).click();
  await card.getByText(es.card.undone['handed-over'](order.code)).waitFor();
  shop.simulator.orders.cancel(order.id, { afterPickUp: null });
  const toast = await shop.toast(`Pedido ${order.code} cancelado después de entregado`);
  expect(toast.urgency).toBe('normal');
  await card
    .getByRole('listitem')
    .filter({ hasText: 'Cancelado después de entregar' })
    .getByText(order.code)
    .waitFor();
});

test('a customer’s name reaches the desktop as text and never as markup', async () => {
  const { id, code } = shop.simulator.orders.create({ customer: { firstName: '<b>Ana</b>&Co' } });
  shop.simulator.orders.ready(id);
  const toast = await shop.toast(es.alerts.readyTitle(code));
  expect(toast.body).toBe('Para &lt;b&gt;Ana&lt;/b&gt;&amp;Co.');
});

test('a status that nobody knows rings as an order to look at, with a yellow light, until a known one comes', async () => {
  const counter = await shop.openCounter();
  await counter.evaluate(async () => {
    const open = await window.mostrador['alerts:open']();
    await window.mostrador['alerts:acknowledge']({ alertIds: open.map((alert) => alert.id) });
  });
  const { id, code } = shop.simulator.orders.create();
  shop.simulator.orders.setOddStatus(id, 'ON_HOLD');
  const toast = await shop.toast(es.alerts.unclearTitle(code));
  expect(toast.body).toBe(es.alerts.unclearBody('ON_HOLD'));
  expect(await entryOf(code)).toBe(es.tray.unclear(code));
  const card = await shop.window('card.html');
  await card.getByRole('listitem').filter({ hasText: code }).getByText(es.card.label.unclear).waitFor();
  await counter
    .getByRole('region', { name: es.orders.alertsLabel })
    .getByText(es.card.label.unclear)
    .waitFor();
  const light = () => counter.evaluate(async () => (await window.mostrador['health:read']()).orders);
  expect(await light()).toMatchObject({ state: 'degraded', code: 'status-unknown', detail: code });
  shop.simulator.orders.ready(id);
  await expect.poll(async () => (await light()).state, { timeout: LIMIT_MS }).toBe('off');
});
