import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createSyncNotes } from '../../../src/main/store/orders/sync-notes.ts';
import { shiftIso } from '../../../src/shared/time.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './open-shop.ts';

const GAP_MS = 42 * 60_000;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  await shop.app().stop();
});
afterAll(async () => {
  await shop.stop();
});

test('after 42 minutes without the platform one digest tells what was missed, what must not be handed over first', async () => {
  const now = new Date().toISOString();
  const { db } = openDatabase({ file: path.join(shop.profileDir, 'orders.db'), now: () => now });
  createSyncNotes(db).save('last-contact', shiftIso(now, -GAP_MS));
  db.close();
  shop.simulator.setWebhook(null);
  const orders = Array.from({ length: 4 }, () => shop.simulator.orders.create());
  const [cancelled, ...ready] = orders;
  if (cancelled === undefined) throw new Error('No order was created');
  for (const order of ready) shop.simulator.orders.ready(order.id);
  shop.simulator.orders.cancel(cancelled.id, { reason: 'CLOSED' });
  const before = shop.desktop.notifications.toasts().length;

  await shop.launch();
  const words = es.card.digest({ minutes: 42, ready: 3, cancelled: 1 });
  const toast = await shop.toast(words);
  expect(toast.body.split('\n')[0]).toBe(es.alerts.cancelledTitle(cancelled.code));
  for (const { code } of ready) expect(toast.body).toContain(code);
  await shop.trayCount(4);
  expect(shop.desktop.notifications.toasts()).toHaveLength(before + 1);
  const card = await shop.window('card.html');
  await card.getByText(words).waitFor({ timeout: LIMIT_MS });
  await picture(card, 'card-digest');
  await card.emulateMedia({ colorScheme: 'dark' });
  await picture(card, 'card-digest-dark');
});
