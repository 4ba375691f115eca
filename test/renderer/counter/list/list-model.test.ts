import { expect, test } from 'vitest';
import type { Alert } from '../../../../src/shared/orders/alert.ts';
import type { OrderSummary } from '../../../../src/shared/orders/order.ts';
import { listOrders, type Scope } from '../../../../src/renderer/counter/list/list-model.ts';
import {
  mergeOrders,
  newAlerts,
  toOpenAlerts,
  toOrderBook,
} from '../../../../src/renderer/counter/list/order-book.ts';
import { minutesAgo, sampleAlert, sampleOrder } from '../../sample-orders.ts';

function codes(
  orders: readonly OrderSummary[],
  scope: Scope,
  query = '',
  alerts: readonly Alert[] = [],
): string[] {
  const list = listOrders({ book: toOrderBook(orders), alerts: toOpenAlerts(alerts), scope, query });
  return list.orders.map((order) => order.code);
}

const fresh = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(1) });
const old = sampleOrder({ id: 'b', code: '4807', at: minutesAgo(20) });
const oldest = sampleOrder({ id: 'c', code: '4799', at: minutesAgo(40) });
const gone = sampleOrder({ id: 'd', code: '4700', at: minutesAgo(90), status: 'PICKED_UP' });
const goneLater = sampleOrder({ id: 'e', code: '4701', at: minutesAgo(60), status: 'DELIVERED' });
const cancelled = sampleOrder({ id: 'f', code: '8421', at: minutesAgo(5), status: 'CANCELLED' });
const handedOver = sampleOrder({ id: 'g', code: '4702', at: minutesAgo(70), handedOverAt: minutesAgo(50) });
const all = [fresh, old, oldest, gone, goneLater, cancelled, handedOver];

test('ready orders stand with the longest waiting first', () => {
  expect(codes(all, 'ready')).toEqual(['4799', '4807', '4821']);
});

test('unseen alerts stand first, and a new one never pushes an older one away', () => {
  const alerts = [sampleAlert(fresh, 'ready'), sampleAlert(old, 'ready')];
  expect(codes(all, 'ready', '', alerts)).toEqual(['4807', '4821', '4799']);
});

test('orders that left stand with the one that left last first, and one handed over here is among them', () => {
  expect(codes(all, 'done')).toEqual(['4702', '4701', '4700']);
  const waitedLong = sampleOrder({
    id: 'h',
    code: '4600',
    at: minutesAgo(300),
    status: 'PICKED_UP',
    leftAt: minutesAgo(2),
  });
  expect(codes([...all, waitedLong], 'done')).toEqual(['4600', '4702', '4701', '4700']);
  expect(codes(all, 'all', '470')).toEqual(['4702', '4701', '4700']);
});

test('cancelled orders stand with the one that was cancelled last first', () => {
  const readyFirst = sampleOrder({
    id: 'i',
    code: '8400',
    at: minutesAgo(120),
    status: 'CANCELLED',
    cancelledAt: minutesAgo(3),
  });
  expect(codes([cancelled, readyFirst], 'cancelled')).toEqual(['8400', '8421']);
});

test('every tab says how many orders and unseen alerts it has', () => {
  const book = toOrderBook(all);
  const alerts = toOpenAlerts([sampleAlert(cancelled, 'cancelled'), sampleAlert(fresh, 'ready')]);
  const { counts } = listOrders({ book, alerts, scope: 'ready', query: '' });
  expect(counts).toEqual({
    all: { orders: 7, unseen: 2 },
    ready: { orders: 3, unseen: 1 },
    cancelled: { orders: 1, unseen: 1 },
    done: { orders: 3, unseen: 0 },
    other: { orders: 0, unseen: 0 },
  });
});

test('a search looks under every tab and counts what answers', () => {
  const { orders, counts } = listOrders({
    book: toOrderBook(all),
    alerts: toOpenAlerts([]),
    scope: 'all',
    query: '8421',
  });
  expect(orders.map((order) => order.code)).toEqual(['8421']);
  expect([counts.all.orders, counts.cancelled.orders, counts.ready.orders]).toEqual([1, 1, 0]);
});

test('the exact code stands before codes that begin with it, and those before codes that only hold it', () => {
  const orders = [
    sampleOrder({ id: '1', code: '9482' }),
    sampleOrder({ id: '2', code: '4821' }),
    sampleOrder({ id: '3', code: '482', at: minutesAgo(600), status: 'DELIVERED' }),
  ];
  expect(codes(orders, 'all', '482')).toEqual(['482', '4821', '9482']);
});

test('a code that came round again: the bag at the counter stands before the one that left weeks ago', () => {
  const then = sampleOrder({ id: '1', code: '4821', status: 'DELIVERED', at: minutesAgo(1) });
  const now = sampleOrder({ id: '2', code: '4821', at: minutesAgo(30) });
  expect(
    listOrders({ book: toOrderBook([then, now]), alerts: new Map(), scope: 'all', query: '4821' }).orders[0],
  ).toBe(now);
});

test('an order is found by its external id, by a name without its accents and by a code without its hyphens', () => {
  const order = sampleOrder({
    id: '1',
    code: 'wxfr-2440-rtbs',
    externalId: 'mxuv-2439-9sa5',
    customerFirstName: 'José',
  });
  const finds = (query: string): boolean => codes([order], 'all', query).length === 1;
  const good = ['2439', 'jose', 'JOSÉ', 'wxfr2440', '2440-rt', 'jose 2440', '  rtbs '];
  const bad = ['jose 9999', 'maria', '-'];
  expect(good.filter(finds)).toEqual(good);
  expect(bad.filter(finds)).toEqual([]);
});

test('changed orders take the place of what was known and the others keep their identity', () => {
  const book = toOrderBook([fresh, old]);
  const merged = mergeOrders(book, [{ ...old, status: 'PICKED_UP' }, cancelled]);
  expect(merged.get('a')).toBe(fresh);
  expect(merged.get('b')?.status).toBe('PICKED_UP');
  expect(merged.size).toBe(3);
  expect(book.size).toBe(2);
});

test('news without orders leaves the book as it is', () => {
  const book = toOrderBook([fresh]);
  expect(mergeOrders(book, [])).toBe(book);
});

test('a cancellation beats the ready alert of the same order, whichever comes first', () => {
  const ready = sampleAlert(fresh, 'ready');
  const stop = sampleAlert(fresh, 'cancelled');
  expect(toOpenAlerts([ready, stop]).get('a')).toBe(stop);
  expect(toOpenAlerts([stop, ready]).get('a')).toBe(stop);
});

test('only alerts that were not open before are new', () => {
  const ready = sampleAlert(fresh, 'ready');
  const stop = sampleAlert(cancelled, 'cancelled');
  expect(newAlerts([ready], [ready, stop])).toEqual([stop]);
});
