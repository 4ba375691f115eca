import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimOrder } from '../../src/simulator/orders/order-model.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from '../e2e/main-job/open-shop.ts';
import { expectHeard } from '../e2e/support/loudness.ts';
import { nextToast, postOrder, readyOrder, refresh } from '../e2e/support/news.ts';
import { mountSmallDisk, type SmallDisk } from './support/small-disk.ts';
import { isOpen, readStoredFacts } from './support/stored-facts.ts';
import { alertCode } from '../../src/shared/orders/alert.ts';

/** From one tone of a calm alert to the next, and a little more. */
const A_RING_MS = 8_500;
const DISK_BYTES = 64 * 1024 * 1024;
const { sentence: FULL } = es.health['store-full'](null);

let shop: Shop;
let disk: SmallDisk;
/** Seen before the disk was full; came to the webhook, to a poll, cancelled and picked up while it was. */
const orders = new Map<string, SimOrder>();

beforeAll(async () => {
  shop = await openShop({
    prepareProfile: (profileDir) => {
      disk = mountSmallDisk(profileDir, DISK_BYTES);
    },
  });
  await untilReceiving(shop);
});

afterAll(async () => {
  await shop?.app().stop();
  disk?.unmount();
  await shop?.stop();
});

function order(name: string): SimOrder {
  const found = orders.get(name);
  if (found === undefined) throw new Error(`no order "${name}"`);
  return found;
}

function stored() {
  return readStoredFacts(path.join(shop.profileDir, 'orders.db'));
}

async function tooltipWith(part: string): Promise<string> {
  const item = await shop.desktop.tray.waitForItemWhere((one) => one.tooltip.includes(part), LIMIT_MS);
  return item.tooltip;
}

/** Becomes ready while nobody tells the app of it. */
function readyInSilence(): SimOrder {
  const { id } = shop.simulator.orders.create({ quiet: true });
  return shop.simulator.orders.ready(id, { quiet: true });
}

test('a webhook that cannot be stored is answered 500, rings all the same, and the app says that the disk is full', async () => {
  const { order: before } = await readyOrder(shop);
  orders.set('before', before);
  disk.fill();
  const byWebhook = readyInSilence();
  orders.set('webhook', byWebhook);
  expect(await postOrder(shop, byWebhook)).toBe(500);
  await shop.toast(es.alerts.readyTitle(byWebhook.code));
  await shop.trayCount(2);
  expect(await tooltipWith(FULL)).toContain('2 avisos sin ver');
  const counter = await shop.openCounter();
  await counter.getByRole('status').filter({ hasText: FULL }).first().waitFor({ timeout: LIMIT_MS });
  await picture(counter, 'disk-full');
  await expectHeard(shop, A_RING_MS);
  expect(stored().orders.has(byWebhook.id)).toBe(false);
});

test('the platform tries it again four times; it is 500 each time and does not ring again', async () => {
  const before = shop.desktop.notifications.toasts().length;
  for (let again = 0; again < 4; again += 1) expect(await postOrder(shop, order('webhook'))).toBe(500);
  const cancelled = readyInSilence();
  orders.set('cancelled', shop.simulator.orders.cancel(cancelled.id, { reason: 'CLOSED', quiet: true }));
  expect(await postOrder(shop, order('cancelled'))).toBe(500);
  const toast = await shop.toast(es.alerts.cancelledTitle(cancelled.code));
  expect(shop.desktop.notifications.toasts().slice(before)).toEqual([toast]);
});

test('an order that only a poll finds rings too', async () => {
  orders.set('poll', readyInSilence());
  expect((await refresh(shop)).body).toBeTruthy();
  await shop.toast(es.alerts.readyTitle(order('poll').code));
  await shop.trayCount(4);
});

test('seen is seen and handed over is handed over, and what cannot be saved is said', async () => {
  const counter = await shop.openCounter();
  for (const name of ['before', 'webhook']) {
    await counter.getByRole('button', { name: es.card.seenOrder(order(name).code) }).click();
  }
  await counter.getByRole('button', { name: es.card.handedOverOrder(order('poll').code) }).click();
  await shop.trayCount(1);
  const saved = await counter.evaluate(async () => {
    const { settings } = await window.mostrador['settings:read']();
    return window.mostrador['settings:save']({ settings: { ...settings, language: 'en' } });
  });
  expect(saved).toMatchObject({ ok: false, code: 'disk-failed' });
  await counter.close();
  const again = await shop.openCounter();
  const open = await again.evaluate(() => window.mostrador['alerts:open']());
  expect(open.map(alertCode)).toEqual([order('cancelled').code]);
  const list = await again.evaluate(() => window.mostrador['orders:list']());
  for (const name of orders.keys()) expect(list.map(({ id }) => id)).toContain(order(name).id);
});

test('when there is space again everything is stored by itself, and nothing rings again', async () => {
  const before = shop.desktop.notifications.toasts().length;
  disk.free();
  const tooltip = await tooltipWith('Todo bien');
  expect(tooltip).toMatch(/^1 aviso sin ver · Todo bien/);
  const { integrity, orders: rows, alerts, events } = stored();
  expect(integrity).toBe('ok');
  for (const name of orders.keys()) expect([...rows.keys()]).toContain(order(name).id);
  expect([...alerts.values()].filter(isOpen).map((alert) => alert.code)).toEqual([order('cancelled').code]);
  expect(alerts.get(`${order('webhook').id}:ready`)).toMatchObject({ isShown: true, isAcknowledged: true });
  expect(alerts.get(`${order('before').id}:ready`)).toMatchObject({ isAcknowledged: true });
  expect(alerts.get(`${order('poll').id}:ready`)).toMatchObject({ isClosed: true });
  expect(events.filter(({ orderId }) => orderId === order('webhook').id)).toHaveLength(1);
  // The platform's last try.
  for (const name of ['webhook', 'cancelled']) expect(await postOrder(shop, order(name))).toBe(200);
  await shop.trayCount(1);
  expect(shop.desktop.notifications.toasts().slice(before)).toEqual([]);
  expect(shop.app().output()).not.toContain('Unexpected');
});

test('the next start knows what was seen, and tells only of what was not', async () => {
  await shop.app().stop();
  const since = shop.desktop.notifications.toasts().length;
  await shop.launch();
  await untilReceiving(shop);
  await shop.trayCount(1);
  const digest = await nextToast(shop, since, es.alerts.unseenTitle(1));
  expect(digest.body).toBe(es.alerts.cancelledTitle(order('cancelled').code));
  const counter = await shop.openCounter();
  const { stored: poll } =
    (await counter.evaluate((orderId) => window.mostrador['orders:detail']({ orderId }), order('poll').id)) ??
    {};
  expect(poll?.handedOverAt).not.toBeNull();
});
