import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from '../main-job/open-shop.ts';
import { watchStretch } from '../support/stretch.ts';

const MANY = 600;
const CONNECTIONS = 16;
const ON_CARD = 3;
const IN_MENU = 12;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

/** Sends so many ready orders at once; answers how long the slowest answer took. */
async function flood(count: number): Promise<number> {
  const { vendorId } = shop.simulator.connection();
  let left = count;
  let slowest = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left > 0) {
        left -= 1;
        const order = {
          order_id: randomUUID(),
          order_code: String(1_000 + left),
          status: 'READY_FOR_PICKUP',
          client: { store_id: vendorId },
          sys: { updated_at: new Date().toISOString() },
        };
        const began = performance.now();
        expect(await shop.post(order)).toBe(200);
        slowest = Math.max(slowest, performance.now() - began);
      }
    }),
  );
  return slowest;
}

test('hundreds at once: every answer in time, few toasts, a bounded card and menu that count the others', async () => {
  const known = shop.desktop.notifications.toasts().length;
  const stretch = watchStretch(shop.app().pid);
  const slowest = await flood(MANY);
  // A second of the app's own time: on a computer that many others use it lasts longer.
  expect(slowest).toBeLessThan(1_000 * stretch());
  await shop.trayCount(MANY);
  expect(shop.desktop.notifications.toasts().length - known).toBeLessThan(MANY / 10);
  const card = await shop.window('card.html');
  await card.getByText(es.card.more(MANY - ON_CARD), { exact: true }).waitFor();
  expect(await card.getByRole('button', { name: /^Visto, pedido \d/ }).count()).toBe(ON_CARD);
  await card.getByText(es.card.title(MANY)).waitFor();
  const menu = await shop.desktop.tray.waitForMenu(
    (items) => items.some(({ label }) => label === es.tray.more(MANY - IN_MENU)),
    LIMIT_MS,
  );
  expect(menu.filter(({ label }) => /^\d{4} · /.test(label))).toHaveLength(IN_MENU);
});

test('the button for all means all of them, also those that are only counted, and can be taken back', async () => {
  const card = await shop.window('card.html');
  await card.getByRole('button', { name: es.card.seenAll(MANY) }).click();
  await shop.trayCount(0);
  await card.getByRole('button', { name: es.card.undo }).click();
  await shop.trayCount(MANY);
});
