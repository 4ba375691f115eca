import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { press } from '../support/press.ts';
import { typeCode } from '../support/type-code.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './open-shop.ts';

let shop: Shop;
let counter: Page;
const row = (orderId: string) => counter.locator(`[id="order-${orderId}"]`);
const titles = (): string[] => shop.desktop.notifications.toasts().map(({ title }) => title);

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
});

afterAll(async () => {
  await shop.stop();
});

describe('a webhook with the right secret', () => {
  test('is answered 200 and reaches toast, tray and list; a click on the toast opens the order', async () => {
    const order = shop.simulator.orders.create();
    const [icon] = (await shop.desktop.tray.item()).icons;
    shop.simulator.orders.ready(order.id);
    const toast = await shop.toast(es.alerts.readyTitle(order.code));
    expect(toast).toMatchObject({ urgency: 'normal', expiresAfterMs: 0 });
    expect(await shop.answerTo(order)).toBe(200);
    await shop.trayCount(1);
    const menu = await shop.desktop.tray.menu();
    expect(menu.some(({ label }) => label.startsWith(order.code))).toBe(true);
    const [counted] = (await shop.desktop.tray.item()).icons;
    expect(Buffer.from(counted?.argb ?? []).equals(Buffer.from(icon?.argb ?? []))).toBe(false);
    await row(order.id).waitFor({ timeout: LIMIT_MS });
    await picture(counter, 'counter-ready');
    shop.desktop.notifications.click(toast.id);
    const detail = counter.getByRole('complementary', { name: `Pedido ${order.code}` });
    await detail.waitFor({ timeout: LIMIT_MS });
    await picture(counter, 'counter-detail');
    await counter.keyboard.press('Escape');
    await detail.waitFor({ state: 'detached', timeout: LIMIT_MS });
  });

  test('that comes twice is answered 200 twice and makes one toast', async () => {
    shop.simulator.switches.set({ webhookCopies: 2 });
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id);
    await shop.toast(es.alerts.readyTitle(order.code));
    expect(await shop.answerTo(order)).toBe(200);
    shop.simulator.switches.set({ webhookCopies: 1 });
    const sent = shop.simulator.webhooks.log.filter((one) => one.orderId === order.id);
    expect(sent.flatMap((one) => one.tries.map(({ status }) => status))).toEqual([200, 200]);
    const later = shop.simulator.orders.create();
    shop.simulator.orders.ready(later.id);
    await shop.toast(es.alerts.readyTitle(later.code));
    expect(titles().filter((title) => title === es.alerts.readyTitle(order.code))).toHaveLength(1);
  });
});

describe('a webhook that is not ours to ring for', () => {
  test('with a wrong secret it is answered 401 and nothing else happens', async () => {
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id, { quiet: true });
    const before = titles().length;
    const body = { order_id: order.id, order_code: order.code, status: 'READY_FOR_PICKUP' };
    expect(await shop.post(body, 'otra clave')).toBe(401);
    expect(await shop.post(body, null)).toBe(401);
    // The next good news is the proof that nothing of the refused ones was only late.
    const good = shop.simulator.orders.create();
    shop.simulator.orders.ready(good.id);
    await row(good.id).waitFor({ timeout: LIMIT_MS });
    await shop.toast(es.alerts.readyTitle(good.code));
    expect(titles()).toHaveLength(before + 1);
    expect(await row(order.id).count()).toBe(0);
  });

  test('of another shop it is answered 200 and stays silent', async () => {
    const before = titles().length;
    const body = {
      order_id: 'a4f6c1de-0000-4000-8000-00000000beef',
      order_code: '7777',
      status: 'READY_FOR_PICKUP',
      client: { store_id: '999999' },
    };
    expect(await shop.post(body)).toBe(200);
    const good = shop.simulator.orders.create();
    shop.simulator.orders.ready(good.id);
    await shop.toast(es.alerts.readyTitle(good.code));
    expect(titles()).toHaveLength(before + 1);
    expect(await row(body.order_id).count()).toBe(0);
  });
});

describe('a cancelled order', () => {
  test('is an emergency of its own, and a late "ready" after it is silent', async () => {
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id, { quiet: true });
    const late = shop.simulator.jsonOf(order.id);
    shop.simulator.orders.cancel(order.id, { reason: 'ITEM_UNAVAILABLE' });
    const toast = await shop.toast(es.alerts.cancelledTitle(order.code));
    expect(toast.urgency).toBe('critical');
    expect(toast.body).toContain('Faltaba un producto');
    await counter
      .getByRole('region', { name: /sin ver/ })
      .getByText(order.code)
      .waitFor({ timeout: LIMIT_MS });
    await picture(counter, 'counter-cancelled');
    expect(await shop.post(late)).toBe(200);
    const good = shop.simulator.orders.create();
    shop.simulator.orders.ready(good.id);
    await shop.toast(es.alerts.readyTitle(good.code));
    expect(titles()).not.toContain(es.alerts.readyTitle(order.code));
  });
});

describe('a bag that was handed over after it was seen', () => {
  const mark = (orderId: string) => row(orderId).getByRole('button', { name: es.orders.handOver.mark });
  const detailOf = (code: string) => counter.getByRole('complementary', { name: `Pedido ${code}` });

  test('is marked in the list, and the mark is taken back in the detail', async () => {
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id);
    await shop.toast(es.alerts.readyTitle(order.code));
    await row(order.id)
      .getByRole('button', { name: es.orders.seenOrder(order.code), exact: true })
      .click();
    await picture(counter, 'counter-seen');
    await press(mark(order.id), (timeout) => row(order.id).waitFor({ state: 'detached', timeout }));
    await counter.getByRole('button', { name: es.orders.handOver.undo }).waitFor({ timeout: LIMIT_MS });
    await picture(counter, 'counter-handed-over');
    await counter.getByRole('tab', { name: /^Retirados/ }).click();
    await row(order.id).click();
    await detailOf(order.code)
      .getByText(/PedidosYa todavía no lo da por retirado/)
      .waitFor();
    await picture(counter, 'counter-handed-over-detail');
    await detailOf(order.code).getByRole('button', { name: es.orders.handOver.takeBack }).click();
    await detailOf(order.code).getByRole('button', { name: es.orders.handOver.mark }).waitFor();
    await counter.keyboard.press('Escape');
    await counter.getByRole('tab', { name: /^Listos/ }).click();
    await mark(order.id).waitFor();
  });

  test('is told as cancelled after hand-over when its mark still stands', async () => {
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id);
    await shop.toast(es.alerts.readyTitle(order.code));
    await typeCode(counter, order.code);
    const verdict = counter.getByRole('region', { name: es.orders.check.label });
    // A page that has not heard of it yet says first that nothing was found, and Enter opens nothing then.
    await verdict.getByText(es.orders.check.give, { exact: true }).waitFor({ timeout: LIMIT_MS });
    await counter.keyboard.press('Enter');
    await detailOf(order.code).waitFor({ timeout: LIMIT_MS });
    await counter.keyboard.press('e');
    await verdict.getByRole('button', { name: es.orders.handOver.undo }).waitFor({ timeout: LIMIT_MS });
    await counter.keyboard.press('Escape');
    await counter.keyboard.press('Escape');
    await shop.desktop.tray.waitForMenu(
      (items) => items.every(({ label }) => !label.startsWith(order.code)),
      LIMIT_MS,
    );
    shop.simulator.orders.cancel(order.id, { afterPickUp: null });
    await shop.toast(`Pedido ${order.code} cancelado después de entregado`);
  });
});

describe('the list of what came on the webhook', () => {
  test('shows what was refused, how often in a day, and processes an order again', async () => {
    for (const secret of ['otra clave', null, 'Bearer 1234']) expect(await shop.post({}, secret)).toBe(401);
    expect(await shop.post('no es un pedido')).toBe(400);
    await counter.getByRole('button', { name: es.deliveries.open, exact: true }).click();
    const log = await shop.window('view=deliveries');
    await log.getByText(es.deliveries.outcomes['not-an-order']).first().waitFor({ timeout: LIMIT_MS });
    await picture(log, 'deliveries');
    const facts = await log.evaluate(() =>
      window.mostrador['deliveries:list']({ group: null, before: null }),
    );
    const attack = log.getByText(es.deliveries.attack(facts.lastDay).sentence);
    await attack.click();
    await log.getByRole('button', { name: /^Rechazados/ }).click();
    await log.getByText(es.deliveries.outcomes.stored).waitFor({ state: 'detached', timeout: LIMIT_MS });
    await picture(log, 'deliveries-refused');
    await attack.click();
    await log.getByRole('button', { name: /^Recibidos/ }).click();
    const again = log
      .getByRole('row')
      .filter({ hasText: es.deliveries.outcomes.stored })
      .getByRole('button', { name: es.deliveries.reprocess });
    await again.first().click();
    await log
      .getByRole('status')
      .getByText(/^Pedido \S+: /)
      .waitFor({ timeout: LIMIT_MS });
    await picture(log, 'deliveries-reprocessed');
    await log.emulateMedia({ colorScheme: 'dark' });
    await picture(log, 'deliveries-dark');
    await log.close();
  });
});
