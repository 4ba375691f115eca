import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SimOrder } from '../../../src/simulator/orders/order-model.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './open-shop.ts';

/** On the head of the card, beside its words and buttons. */
const GRIP = { x: 60, y: 8 };

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(async () => {
  await shop.stop();
});

async function ring(): Promise<{ readonly order: SimOrder; readonly card: Page }> {
  const order = shop.simulator.orders.create();
  shop.simulator.orders.ready(order.id);
  await shop.toast(es.alerts.readyTitle(order.code));
  const card = await shop.window('card.html');
  await card.getByRole('button', { name: es.card.seenOrder(order.code) }).waitFor({ timeout: LIMIT_MS });
  return { order, card };
}

async function place() {
  const all = await shop.app().app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter(({ webContents }) => webContents.getURL().includes('card.html'))
      .map((window) => window.getBounds()),
  );
  expect(all).toHaveLength(1);
  const [bounds] = all;
  if (bounds === undefined) throw new Error('There is no card');
  return { left: bounds.x, bottom: bounds.y + bounds.height, top: bounds.y };
}

/** Takes the card by its head, as a mouse does, and answers where it stands then. */
async function drag(card: Page, right: number, down: number): ReturnType<typeof place> {
  const before = await place();
  await card.mouse.move(GRIP.x, GRIP.y);
  await card.mouse.down();
  await card.mouse.move(GRIP.x + right, GRIP.y + down);
  const there = { left: before.left + right, bottom: before.bottom + down, top: before.top + down };
  await expect.poll(place).toEqual(there);
  await card.mouse.up();
  return there;
}

/** Sees all, and waits until the card has nothing to take back either. */
async function acknowledge(card: Page, { code }: SimOrder): Promise<void> {
  const gone = card.waitForEvent('close', { timeout: LIMIT_MS * 2 });
  await card.getByRole('button', { name: es.card.seenOrder(code) }).click();
  await gone;
}

describe('the alert card', () => {
  test('stands at the next alert where somebody moved it', async () => {
    const first = await ring();
    const { left, bottom } = await drag(first.card, -300, -120);
    await acknowledge(first.card, first.order);
    const next = await ring();
    expect(await place()).toMatchObject({ left, bottom });
    await acknowledge(next.card, next.order);
  });

  test('grows upwards from where it was moved, and never off the screen', async () => {
    const { card, order } = await ring();
    const low = await drag(card, 40, 60);
    const other = await ring();
    await expect.poll(place).toMatchObject({ left: low.left, bottom: low.bottom });
    expect((await place()).top).toBeLessThan(low.top);
    const high = await drag(card, 0, -(await place()).top);
    expect(high.top).toBe(0);
    const third = await ring();
    await expect.poll(place).toMatchObject({ left: high.left, top: 0 });
    await card.getByRole('button', { name: es.card.seenOrder(third.order.code) }).click();
    await card.getByRole('button', { name: es.card.seenOrder(other.order.code) }).click();
    await acknowledge(card, order);
  });

  test('stands there after a restart too', async () => {
    const { card, order } = await ring();
    const { left, bottom } = await drag(card, -60, 200);
    await shop.app().stop();
    await shop.launch();
    const again = await shop.window('card.html');
    await again.getByRole('button', { name: es.card.seenOrder(order.code) }).waitFor({ timeout: LIMIT_MS });
    expect(await place()).toMatchObject({ left, bottom });
  });
});
