import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from '../e2e/main-job/open-shop.ts';
import { postOrder, readyOrder } from '../e2e/support/news.ts';
import { readStoredFacts } from './support/stored-facts.ts';

const { sentence: LOCKED } = es.health['store-locked'](null);

let shop: Shop;
/** Another program than the app. */
let other: DatabaseSync | null = null;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(async () => {
  other?.close();
  await shop?.stop();
});

test('while another program holds the orders file the app rings, answers 500 and names the cause', async () => {
  await readyOrder(shop);
  other = new DatabaseSync(path.join(shop.profileDir, 'orders.db'));
  // The app may be writing at this moment.
  other.exec('PRAGMA busy_timeout = 5000');
  other.exec('BEGIN EXCLUSIVE');
  const { id } = shop.simulator.orders.create({ quiet: true });
  const order = shop.simulator.orders.ready(id, { quiet: true });
  expect(await postOrder(shop, order)).toBe(500);
  await shop.toast(es.alerts.readyTitle(order.code));
  await shop.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(LOCKED), LIMIT_MS);
  const counter = await shop.openCounter();
  await counter.getByRole('status').filter({ hasText: LOCKED }).first().waitFor({ timeout: LIMIT_MS });
  await picture(counter, 'store-locked');
  // Nobody waits long for a click any more.
  await counter.getByRole('button', { name: es.card.seenOrder(order.code) }).click();
  await shop.trayCount(1);
  const before = shop.desktop.notifications.toasts().length;

  other.exec('COMMIT');
  await shop.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes('Todo bien'), LIMIT_MS);
  const { alerts } = readStoredFacts(path.join(shop.profileDir, 'orders.db'));
  expect(alerts.get(`${order.id}:ready`)).toMatchObject({ isShown: true, isAcknowledged: true });
  expect(await postOrder(shop, order)).toBe(200);
  await shop.trayCount(1);
  expect(shop.desktop.notifications.toasts().slice(before)).toEqual([]);
  expect(shop.app().output()).not.toContain('Unexpected');
});
