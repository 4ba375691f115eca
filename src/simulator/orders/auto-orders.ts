import { assertNever } from '../../shared/result.ts';
import type { SimLine, SimOrder } from './order-model.ts';
import type { SimOrders } from './orders.ts';
import type { PickStep } from './picking.ts';
import type { Random } from './random.ts';

export type AutoOrders = {
  /** Creates an order every `everyMs`; each is picked, becomes ready and is picked up or cancelled automatically. */
  readonly start: (everyMs: number) => void;
  readonly stop: () => void;
  /** Milliseconds between orders; null while it is off. */
  readonly everyMs: () => number | null;
  /** One step of the shop's day; `start` calls it again and again. */
  readonly tick: () => void;
};

const TICKS_PICKING = 1;
const TICKS_WAITING = 3;
const TICKS_ON_THE_WAY = 2;

/** Simulates a shop's day automatically. */
export function createAutoOrders(deps: {
  readonly orders: SimOrders;
  readonly random: Random;
  readonly onChange: () => void;
}): AutoOrders {
  const { orders, random } = deps;
  // Order id → ticks since its last step. Orders made by hand are not in it.
  const own = new Map<string, number>();
  let every: number | null = null;
  let timer: NodeJS.Timeout | null = null;

  /** Returns whether the order took a step; null: it is finished. */
  const advance = (order: SimOrder, ticks: number): boolean | null => {
    switch (order.status) {
      case 'RECEIVED':
        if (ticks < TICKS_PICKING) return false;
        if (random.chance(0.06)) orders.cancel(order.id);
        else {
          orders.pick(order.id, ...order.lines.flatMap((line) => inventStep(line, random)));
          orders.ready(order.id);
        }
        return true;
      case 'READY_FOR_PICKUP':
        if (ticks < TICKS_WAITING) return false;
        if (random.chance(0.1)) orders.cancel(order.id, { by: 'LOGISTICS', reason: 'CUSTOMER_REQUEST' });
        else orders.pickUp(order.id);
        return true;
      case 'PICKED_UP':
        if (ticks < TICKS_ON_THE_WAY) return false;
        if (random.chance(0.05)) orders.cancel(order.id);
        else orders.deliver(order.id);
        return true;
      case 'ACCEPTED':
      case 'DISPATCHED':
      case 'DELIVERED':
      case 'CANCELLED':
        return null;
      default:
        return assertNever(order.status);
    }
  };

  const tick = (): void => {
    for (const [id, ticks] of own) {
      const order = orders.find(id);
      const hasStepped = order === null ? null : advance(order, ticks);
      if (hasStepped === null) own.delete(id);
      else own.set(id, hasStepped ? 0 : ticks + 1);
    }
    own.set(orders.create().id, 0);
  };

  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    every = null;
    deps.onChange();
  };

  return {
    start: (everyMs) => {
      stop();
      every = everyMs;
      timer = setInterval(tick, everyMs);
      tick();
      deps.onChange();
    },
    stop,
    everyMs: () => every,
    tick,
  };
}

/** Most lines are picked as ordered; weights are never exact. */
function inventStep(line: SimLine, random: Random): readonly PickStep[] {
  const { ordered } = line;
  if (ordered === null) return [];
  if (random.chance(0.07)) return [{ line: line.id, action: 'not-found' }];
  if (line.product.unit === 'KG') {
    return [{ line: line.id, grams: Math.max(50, ordered.grams + random.between(-60, 60)) }];
  }
  return ordered.pieces > 1 && random.chance(0.15) ? [{ line: line.id, pieces: ordered.pieces - 1 }] : [];
}
