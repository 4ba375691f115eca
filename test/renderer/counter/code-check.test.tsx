import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { checkCode } from '../../../src/renderer/counter/code-check.ts';
import { toOrderBook } from '../../../src/renderer/counter/order-book.ts';
import type { OrderSummary } from '../../../src/shared/order.ts';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { HANDED_OVER_AT } from '../../fakes/orders-api.ts';
import { clearPage, findRow, renderApp, shownCodes } from '../render-app.tsx';
import { minutesAgo, sampleDetail, sampleOrder } from '../sample-orders.ts';

afterEach(clearPage);

const ready = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(10) });
const cancelled = sampleOrder({
  id: 'b',
  code: '4822',
  status: 'CANCELLED',
  cancellation: { by: 'CUSTOMER', reason: 'ITEM_NOT_AVAILABLE', afterPickUp: null },
});
const marked = sampleOrder({ id: 'c', code: '4700', handedOverAt: HANDED_OVER_AT });
const early = sampleOrder({ id: 'd', code: '4600', status: 'ACCEPTED' });
const orders = [ready, cancelled, marked, early];
const details = new Map(orders.map((order) => [order.id, sampleDetail(order)]));
const DAYS_AGO = minutesAgo(60 * 24 * 20);

function verdictOf(query: string, among: readonly OrderSummary[] = orders, found = 1) {
  return checkCode(query, toOrderBook(among), found);
}

describe('a code that was typed', () => {
  test.each([
    ['4821', 'give', 'a'],
    [' 48-21 ', 'give', 'a'],
    ['4822', 'cancelled', 'b'],
    ['4700', 'gone', 'c'],
    ['4600', 'not-ready', 'd'],
  ])('%s is judged: %s', (query, verdict, id) => {
    expect(verdictOf(query)).toMatchObject({ verdict, order: { id } });
  });

  test('says nothing while it is only the beginning of one, or a name', () => {
    expect(verdictOf('482')).toBeNull();
    expect(verdictOf('Lucía', orders, 4)).toBeNull();
    expect(verdictOf('zz', orders, 0)).toBeNull();
    expect(verdictOf('--', orders, 0)).toBeNull();
  });

  test('that no order has is refused', () => {
    expect(verdictOf('9999', orders, 0)).toEqual({ verdict: 'none', code: '9999' });
  });

  test('of weeks ago and again of today means the one of today', () => {
    const old = sampleOrder({
      id: 'old',
      code: '4821',
      at: DAYS_AGO,
      status: 'PICKED_UP',
      wasPickedUp: true,
    });
    expect(verdictOf('4821', [old, ready])).toMatchObject({ verdict: 'give', order: { id: 'a' } });
    expect(verdictOf('4821', [ready, old])).toMatchObject({ verdict: 'give', order: { id: 'a' } });
  });

  test('that two bags have is never judged by one of them', () => {
    const newer = { ...cancelled, code: '4821', at: minutesAgo(1) };
    expect(verdictOf('4821', [ready, newer])).toEqual({ verdict: 'several', code: '4821', count: 2 });
  });
});

async function answer(): Promise<HTMLElement> {
  return screen.findByRole('region', { name: 'Comprobación del código' });
}

test('digits typed anywhere are answered large, with whose bag it is, and E hands it over', async () => {
  // Its external number holds the code too: the list has two rows, the answer still is one.
  const other = sampleOrder({ id: 'x', code: '5000', externalId: 'x-4821-y' });
  const fake = createFakeMostrador({ orders: [...orders, other] });
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('4821');
  const verdict = await answer();
  expect(verdict.dataset['verdict']).toBe('give');
  expect(within(verdict).getByRole('status').textContent).toMatch(/^ENTREGAR4821Lucía · 4 productos/);
  await user.keyboard('e');
  expect(fake.callsOf('orders:hand-over')).toEqual([{ orderId: 'a', handedOver: true }]);
  await waitFor(() => expect(verdict.dataset['verdict']).toBe('gone'));
  expect(verdict.textContent).toContain('YA SALIÓ');
});

test('E never takes the order that was judged for the one that was chosen and is listed no more', async () => {
  const other = sampleOrder({ id: 'x', code: '5000', externalId: 'x-4821-y' });
  const fake = createFakeMostrador({ orders: [...orders, other] });
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('4821{ArrowDown}');
  expect((await findRow('5000')).closest('[role="row"]')?.getAttribute('aria-selected')).toBe('true');
  act(() => fake.emit('orders:changed', [{ ...other, externalId: null }]));
  await waitFor(() => expect(shownCodes()).toEqual(['4821']));
  await user.keyboard('e');
  expect(fake.callsOf('orders:hand-over')).toEqual([]);
});

test('a cancelled order, one that is not ready and an unknown code are never handed over', async () => {
  const fake = createFakeMostrador({ orders });
  const user = renderApp(fake);
  await findRow('4821');
  for (const [code, words] of [
    ['4822', /^NO ENTREGAR4822Lucía · /],
    ['4600', /^TODAVÍA NO4600En preparación/],
    ['9999', /^NO ENCONTRADO9999Revisar el código/],
  ] as const) {
    await user.keyboard(`{Escape}${code}e`);
    const verdict = await answer();
    expect(within(verdict).getByRole('status').textContent).toMatch(words);
  }
  expect(fake.callsOf('orders:hand-over')).toEqual([]);
});

test('the next rider’s code takes the place of the last one, and of the order that was open', async () => {
  const user = renderApp(createFakeMostrador({ orders, details }));
  await findRow('4821');
  await user.keyboard('4822{Enter}');
  await screen.findByRole('complementary', { name: 'Pedido 4822' });
  await user.keyboard('4821');
  expect(screen.queryByRole('complementary')).toBeNull();
  expect((await answer()).dataset['verdict']).toBe('give');
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('4821');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Comprobación del código' })).toBeNull();
});
