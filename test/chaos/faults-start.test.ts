import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from '../e2e/main-job/open-shop.ts';
import { postOrder, readyOrder } from '../e2e/support/news.ts';
import { mountSmallDisk, type SmallDisk } from './support/small-disk.ts';
import { readStoredFacts } from './support/stored-facts.ts';
import { alertCode } from '../../src/shared/orders/alert.ts';

let shop: Shop;
let disk: SmallDisk;
beforeAll(async () => {
  shop = await openShop({
    prepareProfile: (profileDir) => {
      disk = mountSmallDisk(profileDir, 64 * 1024 * 1024);
    },
  });
  await untilReceiving(shop);
});
afterAll(async () => {
  await shop?.app().stop();
  disk?.unmount();
  await shop?.stop();
});

function ordersFile(): string {
  return path.join(shop.profileDir, 'orders.db');
}

async function untilTooltip(part: string): Promise<void> {
  await shop.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(part), LIMIT_MS);
}

test('an app that starts on a full disk rings from memory, and knows everything when there is space', async () => {
  const { order: seen } = await readyOrder(shop);
  const card = await shop.window('card.html');
  await card.getByRole('button', { name: es.card.seenOrder(seen.code) }).click();
  await shop.trayCount(0);
  const { order: open } = await readyOrder(shop);
  await shop.trayCount(1);
  await shop.app().stop();
  disk.fill();

  await shop.launch();
  await untilReceiving(shop);
  await untilTooltip(es.health['store-full'](null).sentence);
  const { id } = shop.simulator.orders.create({ quiet: true });
  const fresh = shop.simulator.orders.ready(id, { quiet: true });
  expect(await postOrder(shop, fresh)).toBe(500);
  await shop.toast(es.alerts.readyTitle(fresh.code));
  const counter = await shop.openCounter();

  disk.free();
  await untilTooltip('Todo bien');
  await shop.trayCount(2);
  expect(await postOrder(shop, fresh)).toBe(200);
  const alerts = await counter.evaluate(() => window.mostrador['alerts:open']());
  expect(alerts.map(alertCode).toSorted()).toEqual([open.code, fresh.code].toSorted());
  for (const { code } of [seen, open, fresh])
    await counter.getByText(code).first().waitFor({ timeout: LIMIT_MS });
  expect(readStoredFacts(ordersFile()).alerts.get(`${fresh.id}:ready`)).toMatchObject({
    isAcknowledged: false,
  });
});
