import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
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

test('a run that takes long shows how far it is and is stopped by hand, without a word against the platform', async () => {
  for (let i = 0; i < 220; i += 1) shop.simulator.orders.create({ quiet: true });
  shop.simulator.faults.add({ kind: 'slow', delayMs: 2_500 });
  await counter.getByRole('button', { name: es.orders.refresh, exact: true }).click();
  const stop = counter.getByRole('button', { name: es.orders.stopRefresh });
  await stop.waitFor({ timeout: LIMIT_MS });
  await counter.getByText(/página \d+ de \d+/).waitFor({ timeout: LIMIT_MS });
  await picture(counter, 'counter-refreshing');
  await stop.click();
  await counter.getByText(es.alerts.stopped.sentence).waitFor({ timeout: LIMIT_MS });
  await picture(counter, 'counter-refresh-stopped');
  const health = await counter.evaluate(() => window.mostrador['health:read']());
  expect(health.partner).toMatchObject({ state: 'ok' });
  shop.simulator.faults.clear();
  expect((await refresh(shop)).body).toMatch(/pedidos? nuevos?|Sin novedades/);
});

test('a platform that cannot be reached is the reason that is told', async () => {
  await shop.simulator.stop();
  const { sentence, remedy } = es.errors.partner.offline;
  expect((await refresh(shop)).body).toBe(`${sentence} ${remedy}`);
});
