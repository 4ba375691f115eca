import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';

let shop: Shop;
let counter: Page;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  await shop.desktop.tray.choose(es.tray.open);
  counter = await shop.window('view=counter');
  counter.setDefaultTimeout(LIMIT_MS);
});
afterAll(() => shop?.stop());

/** Sends an order with what a sender should never send, and waits for its toast. */
async function send(code: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const { vendorId } = shop.simulator.connection();
  const now = new Date().toISOString();
  const body = {
    order_id: randomUUID(),
    order_code: code,
    status: 'READY_FOR_PICKUP',
    client: { store_id: vendorId, country_code: 'uy' },
    sys: { created_at: now, updated_at: now },
    ...changes,
  };
  expect(await shop.post(body)).toBe(200);
}
const row = (code: string) => counter.getByRole('row').filter({ hasText: code });
/** Opens the order, and sees it through to *Visto*. */
async function openAndSee(code: string): Promise<void> {
  await row(code).getByText(code, { exact: true }).click();
  const detail = counter.getByRole('complementary', { name: es.orderDetail.title(code) });
  await detail.waitFor();
  await detail.getByRole('button', { name: es.orders.seen }).click();
  await detail.getByRole('button', { name: es.orderDetail.close }).click();
  await detail.waitFor({ state: 'hidden' });
}

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'a reason of %s is a word on card, toast and counter, and Visto works',
  async (reason) => {
    const code = `R-${String(reason.length)}`;
    await send(code, { status: 'CANCELLED', cancellation: { reason, cancelled_by: reason } });
    const toast = await shop.toast(es.alerts.cancelledTitle(code));
    expect(toast.body).toContain(reason);
    const card = await shop.window('card.html');
    await card.getByText(reason).first().waitFor({ timeout: LIMIT_MS });
    await counter.getByRole('tab', { name: new RegExp(es.orders.tabs.cancelled) }).click();
    await openAndSee(code);
  },
);

test('a code that hides how it reads is shown and told as it is typed', async () => {
  await send('\u202E1284\u200B', { customer: { first_name: '\u2066Ana\u2069' } });
  expect((await shop.toast(es.alerts.readyTitle('1284'))).body).toContain('Ana');
  await counter.getByRole('tab', { name: new RegExp(es.orders.tabs.ready) }).click();
  await openAndSee('1284');
});

test('an order of 30,000 lines and a comment of 200,000 letters opens at once', async () => {
  const items = Array.from({ length: 30_000 }, () => ({ sku: 's', name: 'x' }));
  await send('L-1', { items, comment: 'x'.repeat(200_000) });
  await shop.toast(es.alerts.readyTitle('L-1'));
  await row('L-1').getByText('L-1', { exact: true }).click();
  const detail = counter.getByRole('complementary', { name: es.orderDetail.title('L-1') });
  await detail.getByText(es.orderDetail.moreLines('29.900')).waitFor();
  await detail.getByRole('button', { name: es.orders.seen }).click();
  await detail.getByRole('button', { name: es.orderDetail.close }).click();
});

test('times that mean none, amounts that mean nothing and names that are objects ring like any other', async () => {
  const none = '0001-01-01T00:00:00Z';
  const sys = { created_at: 0, updated_at: none };
  const payment = { sub_total: 'NaN', order_total: '1.290', collect_at_pickup: { value: '454,70' } };
  await send('N-1', { sys, promised_for: none, payment, items: { a: { name: { es: 'Pan' } } } });
  await shop.toast(es.alerts.readyTitle('N-1'));
  await openAndSee('N-1');
});
