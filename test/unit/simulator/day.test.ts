import { expect, test } from 'vitest';
import { createAutoOrders } from '../../../src/simulator/orders/auto-orders.ts';
import { createRandom } from '../../../src/simulator/orders/random.ts';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { makeOrders, START } from './make-order.ts';
import { processorMs } from '../../processor-time.ts';

test('a shop that runs by itself brings its orders to an end, and leaves those made by hand alone', () => {
  const { orders } = makeOrders();
  const mine = orders.create();
  const auto = createAutoOrders({ orders, random: createRandom(3), onChange: () => {} });
  for (let tick = 0; tick < 60; tick++) auto.tick();
  const made = orders.list().filter((order) => order.id !== mine.id);
  expect(made).toHaveLength(60);
  // All but the last few are done.
  const done = made.slice(0, 50).map((order) => order.status);
  expect(done.every((status) => status === 'DELIVERED' || status === 'CANCELLED')).toBe(true);
  expect(new Set(done)).toEqual(new Set(['DELIVERED', 'CANCELLED']));
  expect(orders.get(mine.id).status).toBe('RECEIVED');
});

test('a seeded past is spread over its days, ends now, and is of about 4 KB an order', () => {
  const simulator = createSimulator({ now: () => START });
  const made = simulator.seed(2000, { days: 30, ready: 5 });
  expect(simulator.orders.list()).toHaveLength(2000);
  expect(made.at(-1)?.createdAt).toBe(START);
  expect(START - (made[0]?.createdAt ?? 0)).toBeGreaterThan(29 * 86_400_000);
  expect(made.filter((order) => order.status === 'READY_FOR_PICKUP')).toEqual(made.slice(-5));
  expect(made.every((order) => order.updatedAt <= START && order.updatedAt >= order.createdAt)).toBe(true);
  const bytes = made.reduce((sum, order) => sum + JSON.stringify(simulator.jsonOf(order.id)).length, 0);
  expect(bytes / made.length).toBeGreaterThan(3000);
  expect(bytes / made.length).toBeLessThan(5000);
});

test('12,000 orders are seeded within seconds', () => {
  const simulator = createSimulator();
  expect(processorMs(() => simulator.seed(12_000))).toBeLessThan(5_000);
  expect(simulator.orders.list()).toHaveLength(12_000);
});
