import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

/** An order whose code begins with the letter that marks the chosen row as seen, and the open counter with a row chosen. */
async function chooseRow(code: string): Promise<Page> {
  const at = new Date().toISOString();
  const answer = await shop.post({
    order_id: randomUUID(),
    order_code: code,
    status: 'READY_FOR_PICKUP',
    client: { store_id: shop.simulator.connection().vendorId, country_code: 'uy' },
    customer: { first_name: 'Vera' },
    items: [{ _id: 'l1', sku: 'LECHE', name: 'Leche', status: 'IN_CART' }],
    payment: { type: 'PAID', order_total: 454.7, collect_at_pickup: 0 },
    sys: { created_at: at, updated_at: at },
  });
  expect(answer).toBe(200);
  const counter = await shop.openCounter();
  await counter.keyboard.press('Escape');
  await counter.keyboard.press('Escape');
  await counter.getByRole('row').filter({ hasText: code }).waitFor({ timeout: LIMIT_MS });
  await counter.keyboard.press('ArrowDown');
  return counter;
}

const keysOf = (code: string): readonly object[] => [
  ...Array.from(code, (key) => ({ key, text: key })),
  { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
];

/** Opens the order that was scanned, and leaves every alert as it was. */
async function expectOnlyOpened(counter: Page, code: string, alerts: number): Promise<void> {
  await counter.getByRole('complementary', { name: `Pedido ${code}` }).waitFor({ timeout: LIMIT_MS });
  expect(await counter.evaluate(() => window.mostrador['alerts:open']())).toHaveLength(alerts);
}

test('a busy page takes no letter for a command while the rest of the code waits to be heard', async () => {
  const counter = await chooseRow('V88');
  // Right after the letter is heard the page does nothing for longer than a command waits for.
  await counter.evaluate(() => {
    const busy = (): void => {
      const endMs = performance.now() + 500;
      while (performance.now() < endMs);
    };
    window.addEventListener('keydown', busy, { once: true });
  });
  const scanner = await counter.context().newCDPSession(counter);
  const send = (key: object) => scanner.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  await Promise.all(keysOf('V88').map(send));
  await expectOnlyOpened(counter, 'V88', 1);
});

test('nor while the process that passes the keys on stands still', async () => {
  const counter = await chooseRow('V9912');
  const scanner = await counter.context().newCDPSession(counter);
  const send = (key: object) => scanner.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  const [letter, ...others] = keysOf('V9912').map((key) => () => send(key));
  await letter?.();
  const busy = shop.app().app.evaluate(() => {
    const endMs = performance.now() + 500;
    while (performance.now() < endMs);
  });
  await sleep(20);
  await Promise.all(others.map((press) => press()));
  await busy;
  await expectOnlyOpened(counter, 'V9912', 2);
});

test('a letter alone is the command, a moment later', async () => {
  const counter = await chooseRow('V77');
  const before = await counter.evaluate(() => window.mostrador['alerts:open']());
  await counter.keyboard.press('v');
  await expect
    .poll(() => counter.evaluate(() => window.mostrador['alerts:open']()), { timeout: LIMIT_MS })
    .toHaveLength(before.length - 1);
});
