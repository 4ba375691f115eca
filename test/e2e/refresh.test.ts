import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refresh, toastTitled } from './support/news.ts';
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

test('without news the refresh asks the platform and says so', async () => {
  expect((await refresh(shop)).body).toBe('Sin novedades');
  shop.simulator.clearRequests();
  expect((await refresh(shop)).body).toBe('Sin novedades');
  expect(shop.simulator.requests.map(({ method, status }) => `${method} ${status}`)).toContain('GET 200');
});

test('an order whose webhook was lost is found, listed, notified and counted as new', async () => {
  const placed = shop.simulator.orders.create({ quiet: true });
  const order = shop.simulator.orders.ready(placed.id, { quiet: true });
  shop.simulator.clearRequests();
  expect((await refresh(shop)).body).toBe('1 pedido nuevo');
  const { vendorId } = shop.simulator.connection();
  const asked = shop.simulator.requests.filter(({ path }) => path.includes(vendorId));
  expect(asked.map(({ method, status }) => `${method} ${status}`)).toContain('GET 200');
  await counter.getByRole('grid').getByRole('row').filter({ hasText: order.code }).waitFor();
  await toastTitled(shop, `Pedido ${order.code} listo para retirar`);
});

test('an order that changed is told as changed', async () => {
  const { order } = await placedAndRefreshed();
  shop.simulator.orders.ready(order.id, { quiet: true });
  expect((await refresh(shop)).body).toBe('1 pedido cambió de estado');
});

async function placedAndRefreshed() {
  const order = shop.simulator.orders.create({ quiet: true });
  expect((await refresh(shop)).body).toBe('1 pedido nuevo');
  return { order };
}

test('a key that the platform refuses is the reason that is told, and a good one heals it', async () => {
  const { simulator, texts } = shop;
  simulator.access.setTokens([]);
  const { sentence, remedy } = texts.errors.partner.unauthorized;
  expect((await refresh(shop)).body).toBe(`${sentence} ${remedy}`);
  await counter.getByRole('button', { name: sentence }).waitFor();
  simulator.access.setTokens([shop.token]);
  expect((await refresh(shop)).body).toBe('Sin novedades');
  await expect.poll(() => counter.getByText(sentence).count(), { timeout: LIMIT_MS }).toBe(0);
});

test('a platform that cannot be reached is the reason that is told', async () => {
  await shop.simulator.stop();
  const { sentence, remedy } = shop.texts.errors.partner.offline;
  expect((await refresh(shop)).body).toBe(`${sentence} ${remedy}`);
});
