import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimOrder } from '../../../src/simulator/orders/order-model.ts';
import { within } from '../../desktop/within.ts';
import { LIMIT_MS, openShop, untilReceiving, type Shop } from './open-shop.ts';
import { alertCode } from '../../../src/shared/orders/alert.ts';

const OTHER_VENDOR = '998877';
const HOUR_MINUTES = 60;

let shop: Shop;
let counter: Page;
let cancelled: SimOrder;
let waiting: SimOrder;
let other: SimOrder;

beforeAll(async () => {
  shop = await openShop({
    prepare: ({ seed, addShop, orders }) => {
      // A past of which nothing may ring.
      for (const past of seed(40, { days: 20, cancelled: 0.5 })) orders.travel(past.id, 26 * HOUR_MINUTES);
      cancelled = orders.create({ quiet: true });
      orders.cancel(cancelled.id, { quiet: true });
      orders.travel(cancelled.id, 3);
      waiting = orders.create({ quiet: true });
      orders.ready(waiting.id, { quiet: true });
      addShop(OTHER_VENDOR);
      other = orders.create({ quiet: true, storeId: OTHER_VENDOR });
      orders.ready(other.id, { quiet: true });
    },
  });
  await untilReceiving(shop);
  counter = await shop.openCounter();
});
afterAll(async () => {
  await shop.stop();
});

const openCodes = async (): Promise<readonly string[]> => {
  const open = await counter.evaluate(() => window.mostrador['alerts:open']());
  return open.map((alert) => `${alert.kind} ${alertCode(alert)}`).toSorted();
};
const untilOpen = (codes: readonly string[]): Promise<void> =>
  within(
    (async () => {
      for (;;) {
        if ((await openCodes()).join() === codes.toSorted().join()) return;
        await counter.waitForTimeout(100);
      }
    })(),
    LIMIT_MS,
    `Open alerts ${codes.join()}`,
  );
const listed = async (): Promise<readonly string[]> =>
  (await counter.evaluate(() => window.mostrador['orders:list']())).map(({ id }) => id);
const follow = (vendorId: string): Promise<boolean> =>
  counter.evaluate(async (id) => {
    const { settings } = await window.mostrador['settings:read']();
    const next = { ...settings, shop: { ...settings.shop, vendorId: id } };
    return (await window.mostrador['settings:save']({ settings: next })).ok;
  }, vendorId);

test('at the first sync a cancellation of three minutes ago rings, and nothing of the weeks before', async () => {
  await shop.toast(`NO ENTREGAR ${cancelled.code}`);
  await shop.toast(`Pedido ${waiting.code} listo para retirar`);
  await untilOpen([`cancelled ${cancelled.code}`, `ready ${waiting.code}`]);
  expect(await listed()).toHaveLength(42);
  await shop.trayCount(2);
});

test('another shop begins anew: the alerts of the old one close, and no page shows its orders', async () => {
  expect(await follow(OTHER_VENDOR)).toBe(true);
  await shop.toast(`Pedido ${other.code} listo para retirar`);
  await untilOpen([`ready ${other.code}`]);
  expect(await listed()).toEqual([other.id]);
  await shop.trayCount(1);
  const grid = counter.getByRole('grid');
  await grid.getByRole('row').filter({ hasText: other.code }).waitFor({ timeout: LIMIT_MS });
  expect(await grid.getByRole('row').filter({ hasText: waiting.code }).count()).toBe(0);
});

test('and back: what went unseen is open again, and weeks-old news stays silent', async () => {
  expect(await follow(shop.simulator.connection().vendorId)).toBe(true);
  await untilOpen([`cancelled ${cancelled.code}`, `ready ${waiting.code}`]);
  expect(await listed()).toHaveLength(42);
  await counter
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasText: waiting.code })
    .waitFor({ timeout: LIMIT_MS });
});
