import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { refresh } from './support/news.ts';

let shop: Shop;
let counter: Page;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
  // A refresh that is chosen while the start still asks gets that answer: from here on each one asks anew.
  await refresh(shop);
});

afterAll(() => shop?.stop());

test('an order whose webhook was lost rings when the refresh finds it, and the next one has no news of it', async () => {
  const { id, code } = shop.simulator.orders.create({ quiet: true });
  shop.simulator.orders.ready(id, { quiet: true });
  expect((await refresh(shop)).body).toBe('1 pedido nuevo');
  await shop.toast(`Pedido ${code} listo para retirar`);
  await counter.getByRole('grid').getByRole('row').filter({ hasText: code }).waitFor();
  expect((await refresh(shop)).body).toBe('Sin novedades');
});

test('an order that is known and became ready is told as changed', async () => {
  const { id } = shop.simulator.orders.create({ quiet: true });
  expect((await refresh(shop)).body).toBe('1 pedido nuevo');
  shop.simulator.orders.ready(id, { quiet: true });
  expect((await refresh(shop)).body).toBe('1 pedido cambió de estado');
});

test('a platform that cannot be reached is the reason that is told', async () => {
  await shop.simulator.stop();
  const { sentence, remedy } = es.errors.partner.offline;
  expect((await refresh(shop)).body).toBe(`${sentence} ${remedy}`);
});
