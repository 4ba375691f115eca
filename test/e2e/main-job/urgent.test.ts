import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './open-shop.ts';

/** Less than the rest that a flow of news is given, and enough for a busy computer. */
const MAX_MS = 400;

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});

afterAll(async () => {
  await shop.stop();
});

test('a cancellation right after the order that made the card come waits for nothing: its toast comes at once', async () => {
  const counter = await shop.openCounter();
  const order = shop.simulator.orders.create();
  shop.simulator.orders.ready(order.id);
  await shop.toast(es.alerts.readyTitle(order.code));
  const strip = counter.getByText(`${es.orders.doNotHandOver} ${order.code}`, { exact: true });
  const beganMs = performance.now();
  shop.simulator.orders.cancel(order.id);
  await shop.toast(es.alerts.cancelledTitle(order.code));
  expect(performance.now() - beganMs).toBeLessThan(MAX_MS);
  // The page is told before the desktop; how fast it draws is up to the computer.
  await strip.waitFor({ timeout: LIMIT_MS });
});
