import { expect, onTestFinished, test } from 'vitest';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const now = (): string => NOON;

function open(products: readonly (readonly [id: string, name: string, sku?: string])[]) {
  const opened = openTempStore(now);
  onTestFinished(opened.close);
  const ingest = createIngest({ store: opened.store, now });
  const orders = products.map(([id, name, sku = 'S']) => {
    const one = news({ id });
    const [line] = one.order.lines;
    if (line === undefined) throw new Error('The sample has a line');
    return { ...one, order: { ...one.order, lines: [{ ...line, id: `${id}-1`, name, sku }] } };
  });
  for (let at = 0; at < orders.length; at += 200) ingest(orders.slice(at, at + 200), 'webhook');
  return opened.store;
}

test('an order is found by the words of one of its products, without accents, and by a SKU', () => {
  const store = open([
    ['a', 'Jamón cocido', '7790001234'],
    ['b', 'Queso cocido'],
  ]);
  const find = (...words: string[]): readonly string[] => store.ordersWithProduct(words, '').orderIds;
  expect(find('jamon')).toEqual(['a']);
  expect(find('cocido')).toEqual(['a', 'b']);
  expect(find('queso', 'cocido')).toEqual(['b']);
  expect(find('queso', 'jamon')).toEqual([]);
  expect(find('0001234')).toEqual(['a']);
  for (const odd of ['%', '_', '"name"', 'lines', "'"]) expect(find(odd)).toEqual([]);
  expect(find()).toEqual([]);
});

test('a shop of many orders is read in parts, each order once', () => {
  const store = open(
    Array.from({ length: 1_100 }, (_, index) => [`o${String(index).padStart(4, '0')}`, 'Yerba'] as const),
  );
  const found: string[] = [];
  let parts = 0;
  for (let after: string | null = ''; after !== null; parts += 1) {
    const page: ReturnType<typeof store.ordersWithProduct> = store.ordersWithProduct(['yerba'], after);
    found.push(...page.orderIds);
    after = page.next;
  }
  expect([parts, found.length, new Set(found).size]).toEqual([3, 1_100, 1_100]);
});
