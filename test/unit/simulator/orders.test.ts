import { expect, test } from 'vitest';
import { MAX_TRAVEL_MINUTES } from '../../../src/simulator/orders/orders.ts';
import { orderTotals } from '../../../src/simulator/orders/totals.ts';
import { BASKET, makeOrders, START } from './make-order.ts';

test('an order goes from received to delivered, and each step is news', () => {
  const { orders, news } = makeOrders();
  const { id } = orders.create({ lines: BASKET });
  orders.ready(id);
  orders.pickUp(id);
  orders.dispatch(id);
  orders.deliver(id);
  expect(news.map((order) => order.status)).toEqual([
    'RECEIVED',
    'READY_FOR_PICKUP',
    'PICKED_UP',
    'DISPATCHED',
    'DELIVERED',
  ]);
});

test('a quiet step and picking are no news', () => {
  const { orders, news } = makeOrders();
  const { id } = orders.create({ lines: BASKET, quiet: true });
  orders.pick(id, { line: 0, pieces: 2 });
  orders.ready(id, { quiet: true });
  expect(news).toEqual([]);
});

test('a step that does not fit the state is refused and changes nothing', () => {
  const { orders } = makeOrders();
  const { id } = orders.create({ lines: BASKET });
  expect(() => orders.pickUp(id)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  expect(orders.get(id).status).toBe('RECEIVED');
  orders.cancel(id);
  expect(() => orders.cancel(id)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  expect(() => orders.pick(id, { line: 0 })).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  expect(() => orders.get('nobody')).toThrow(expect.objectContaining({ code: 'not-found' }));
});

test('every step makes a newer version even when the clock stands still', () => {
  const { orders } = makeOrders();
  const { id } = orders.create({ lines: BASKET });
  const ready = orders.ready(id);
  const cancelled = orders.cancel(id);
  expect(ready.updatedAt).toBeGreaterThan(START);
  expect(cancelled.updatedAt).toBeGreaterThan(ready.updatedAt);
});

test('a cancellation says by itself whether the goods had left, unless it is told otherwise', () => {
  const { orders } = makeOrders();
  const early = orders.create({ lines: BASKET });
  expect(orders.cancel(early.id).cancellation?.afterPickUp).toBe(false);
  const late = orders.create({ lines: BASKET });
  orders.ready(late.id);
  orders.pickUp(late.id);
  expect(orders.cancel(late.id).cancellation?.afterPickUp).toBe(true);
  const unsaid = orders.create({ lines: BASKET });
  expect(orders.cancel(unsaid.id, { afterPickUp: null }).cancellation?.afterPickUp).toBeNull();
});

test('codes start again at 1 after 9999, ids and external ids never repeat', () => {
  const { orders } = makeOrders(9998);
  const made = [1, 2, 3].map(() => orders.create({ lines: BASKET }));
  expect(made.map((order) => order.code)).toEqual(['9998', '9999', '1']);
  expect(new Set(made.map((order) => order.id)).size).toBe(3);
  expect(new Set(made.map((order) => order.externalId)).size).toBe(3);
});

test('an order travels back at most 70 days', () => {
  const { orders } = makeOrders();
  const { id } = orders.create({ lines: BASKET });
  expect(orders.travel(id, 60).createdAt).toBe(START - 3_600_000);
  expect(() => orders.travel(id, MAX_TRAVEL_MINUTES + 1)).toThrow(
    expect.objectContaining({ code: 'invalid' }),
  );
});

test('fewer pieces, another weight, a missing product and a replacement change what is sold', () => {
  const { orders } = makeOrders();
  const { id } = orders.create({ lines: BASKET });
  const before = orderTotals(orders.get(id), true).subTotalCents;
  expect(before).toBe(3 * 4850 + 21_000 + 25_900);
  orders.pick(
    id,
    { line: 'LECHE-ENT-1L', pieces: 2 },
    { line: 'QUESO-COL-KG', grams: 535 },
    { line: 'YERBA-1KG', action: 'replace', withSku: 'CAFE-MOL-250' },
  );
  const order = orders.ready(id);
  expect(order.lines.map((line) => line.status)).toEqual(['IN_CART', 'IN_CART', 'REPLACED', 'ADDITION']);
  expect(order.lines[3]?.replaces).toBe(order.lines[2]?.id);
  expect(orderTotals(order, true).subTotalCents).toBe(2 * 4850 + 22_470 + 28_900);
  expect(orderTotals(order, false).subTotalCents).toBe(before);
});

test('a line picked anew loses its earlier replacement', () => {
  const { orders } = makeOrders();
  const { id } = orders.create({ lines: BASKET });
  orders.pick(id, { line: 2, action: 'replace', withSku: 'CAFE-MOL-250' });
  const order = orders.pick(id, { line: 'YERBA-1KG', action: 'not-found' });
  expect(order.lines.map((line) => line.status)).toEqual(['NOT_PROCESSED', 'NOT_PROCESSED', 'NOT_FOUND']);
});

test('amounts without sense and products that do not exist are refused', () => {
  const { orders } = makeOrders();
  const { id } = orders.create({ lines: BASKET });
  for (const step of [
    { line: 0, pieces: 0 },
    { line: 1, grams: -5 },
    { line: 9 },
    { line: 0, action: 'replace', withSku: 'NO-EXISTE' } as const,
  ]) {
    expect(() => orders.pick(id, step)).toThrow(expect.objectContaining({ code: 'invalid' }));
  }
});

test('a draft has a code of its own and is not kept', () => {
  const { orders } = makeOrders();
  const draft = orders.draft({ lines: BASKET });
  expect(orders.find(draft.id)).toBeNull();
  expect(orders.create({ lines: BASKET }).code).not.toBe(draft.code);
});
