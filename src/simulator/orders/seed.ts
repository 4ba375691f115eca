import { buildOrder } from './new-order.ts';
import { DAY_MS } from '../api/list-query.ts';
import { pickRest } from './picking.ts';
import type { OrderNumbers } from './orders.ts';
import type { Shop, SimOrder } from './order-model.ts';
import type { Random } from './random.ts';

export type SeedOptions = {
  /** How far back the first order lies, default 30 days; the last one is from now. */
  readonly days?: number;
  /** How many of the newest still wait for the rider; default 0. */
  readonly ready?: number;
  /**
   * Share of cancelled orders among the finished ones, 0 to 1. Default 0.06, but none of today, because those would be
   * news.
   */
  readonly cancelled?: number;
};

const MINUTE_MS = 60_000;
const SHARE_CANCELLED = 0.06;
const TODAY_MS = DAY_MS / 2;
const SHARE_OF_THOSE_LATE = 0.2;
const SHARE_DELIVERED = 0.1;
const SHARE_DISCOUNTED = 0.15;

/**
 * Returns past orders of the shop, oldest first: most picked up, some delivered, some cancelled. About 4 KB of JSON
 * each.
 */
export function seedOrders(
  count: number,
  options: SeedOptions,
  deps: {
    readonly shop: Shop;
    readonly now: number;
    readonly random: Random;
    readonly numbers: OrderNumbers;
  },
): readonly SimOrder[] {
  const { random, now } = deps;
  const spanMs = (options.days ?? 30) * DAY_MS;
  const firstReady = count - (options.ready ?? 0);
  return Array.from({ length: count }, (_, index) => {
    const at = Math.round(now - (spanMs * (count - 1 - index)) / Math.max(1, count));
    const made = buildOrder(
      { lineCount: random.between(3, 5) },
      { at, random, shop: deps.shop, ...deps.numbers.next() },
    );
    const order = withDiscount({ ...made, lines: pickRest(made.lines) }, random);
    return index >= firstReady
      ? { ...order, status: 'READY_FOR_PICKUP' }
      : finish(order, random, now, options.cancelled ?? (now - at > TODAY_MS ? SHARE_CANCELLED : 0));
  });
}

function finish(order: SimOrder, random: Random, now: number, cancelled: number): SimOrder {
  const updatedAt = Math.min(now, order.createdAt + random.between(15, 50) * MINUTE_MS);
  const fate = random.next();
  if (fate < cancelled) {
    const afterPickUp = fate < cancelled * SHARE_OF_THOSE_LATE;
    return {
      ...order,
      updatedAt,
      status: 'CANCELLED',
      wasPickedUp: afterPickUp,
      cancellation: {
        by: random.pick(['CUSTOMER', 'VENDOR', 'LOGISTICS']),
        reason: random.pick(['CUSTOMER_REQUEST', 'ITEM_UNAVAILABLE', 'TOO_BUSY', 'CLOSED']),
        afterPickUp,
      },
    };
  }
  const status = fate < cancelled + SHARE_DELIVERED ? 'DELIVERED' : 'PICKED_UP';
  return { ...order, updatedAt, status, wasPickedUp: true };
}

function withDiscount(order: SimOrder, random: Random): SimOrder {
  if (!random.chance(SHARE_DISCOUNTED)) return order;
  const lines = order.lines.map((line, index) => (index === 0 ? { ...line, discountCents: 1000 } : line));
  return { ...order, lines };
}
