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

test('a cancellation right after the order that made the card come waits for nothing: toast and list have it at once', async () => {
  const counter = await shop.openCounter();
  const order = shop.simulator.orders.create();
  shop.simulator.orders.ready(order.id);
  await shop.toast(es.alerts.readyTitle(order.code));
  const strip = counter.getByText(`${es.orders.doNotHandOver} ${order.code}`, { exact: true });
  const listed = strip.waitFor({ timeout: LIMIT_MS }).then(() => performance.now());
  const beganMs = performance.now();
  shop.simulator.orders.cancel(order.id);
  await shop.toast(es.alerts.cancelledTitle(order.code));
  const toldMs = performance.now();
  expect(toldMs - beganMs).toBeLessThan(MAX_MS);
  // The page has it before the desktop has; what is left is its drawing.
  expect((await listed) - toldMs).toBeLessThan(MAX_MS);
});
