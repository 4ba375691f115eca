import { createOrderNumbers } from '../../../src/simulator/orders/orders.ts';
import { createOrders } from '../../../src/simulator/orders/orders.ts';
import { createRandom } from '../../../src/simulator/orders/random.ts';
import { createShops } from '../../../src/simulator/orders/shops.ts';
import type { SimOrder } from '../../../src/simulator/orders/order-model.ts';
import type { SimOrders } from '../../../src/simulator/orders/orders.ts';

export const START = Date.parse('2026-03-02T15:00:00.000Z');
export const BASKET = [
  { sku: 'LECHE-ENT-1L', pieces: 3 },
  { sku: 'QUESO-COL-KG', grams: 500 },
  { sku: 'YERBA-1KG' },
] as const;

/** Orders of one shop with a clock that is moved by hand. */
export function makeOrders(firstCode = 4821): {
  readonly orders: SimOrders;
  readonly news: SimOrder[];
  readonly clock: { now: number };
} {
  const clock = { now: START };
  const news: SimOrder[] = [];
  const shops = createShops({ chainId: 'chain', vendorId: '77' });
  const orders = createOrders({
    shops: shops.list,
    now: () => clock.now,
    random: createRandom(1),
    numbers: createOrderNumbers(firstCode),
    onNews: (order) => news.push(order),
    onChange: () => {},
  });
  return { orders, news, clock };
}
