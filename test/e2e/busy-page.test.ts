import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

test('a busy page takes no letter for a command while the rest of the code waits to be heard', async () => {
  const at = new Date().toISOString();
  const answer = await shop.post({
    order_id: randomUUID(),
    order_code: 'V88',
    status: 'READY_FOR_PICKUP',
    client: { store_id: shop.simulator.connection().vendorId, country_code: 'uy' },
    customer: { first_name: 'Vera' },
    items: [{ _id: 'l1', sku: 'LECHE', name: 'Leche', status: 'IN_CART' }],
    payment: { type: 'PAID', order_total: 454.7, collect_at_pickup: 0 },
    sys: { created_at: at, updated_at: at },
  });
  expect(answer).toBe(200);
  const counter = await shop.openCounter();
  await counter.getByRole('row').filter({ hasText: 'V88' }).waitFor({ timeout: LIMIT_MS });
  await counter.keyboard.press('ArrowDown');
  // Right after the letter is heard the page does nothing for longer than a command waits for.
  await counter.evaluate(() => {
    const busy = (): void => {
      const endMs = performance.now() + 500;
      while (performance.now() < endMs);
    };
    window.addEventListener('keydown', busy, { once: true });
  });
  const scanner = await counter.context().newCDPSession(counter);
  const characters = Array.from('V88', (key) => ({ key, text: key }));
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  await Promise.all(
    [...characters, enter].map((key) => scanner.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })),
  );
  await counter.getByRole('complementary', { name: 'Pedido V88' }).waitFor({ timeout: LIMIT_MS });
  const alerts = await counter.evaluate(() => window.mostrador['alerts:open']());
  expect(alerts).toHaveLength(1);
});
