import { randomInt } from 'node:crypto';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { toMessage } from '../../../src/simulator/control/announcer.ts';
import type { KnownStatus } from '../../../src/shared/orders/order.ts';
import type { SimOrder } from '../../../src/simulator/orders/order-model.ts';
import { createRandom, type Random } from '../../../src/simulator/orders/random.ts';

/** What the platform says of an order at one version. */
export type Message = {
  readonly orderId: string;
  readonly code: string;
  readonly status: KnownStatus;
  /** `sys.updated_at`; every step of an order has another. */
  readonly version: string;
  /** Null unless it is a cancellation. */
  readonly cancelled: { readonly reason: string; readonly afterPickUp: boolean | null } | null;
  /** The webhook's body. */
  readonly body: string;
};

/** One order at one version: every message of a run has its own, retries and copies share it. */
export function keyOf({ orderId, version }: Pick<Message, 'orderId' | 'version'>): string {
  return `${orderId} ${version}`;
}

export type Platform = {
  /** Further messages, to be sent in parallel in this order; `known` may come again. */
  readonly next: (random: Random, known: readonly Message[]) => readonly Message[];
};

/** Above the last code that the platform gives, so that no code of a long run comes twice. */
const FIRST_CODE = 10_001;
const STEPS = [8, 16] as const;
/** Only the newest orders change, so that each order of a long run gets some changes. */
const LIVE_ORDERS = 60;

/**
 * The platform's side of a busy shop: new orders, cancellations before and after the rider came, repeated and late
 * messages. Its orders are told by webhook only: asking the API finds none, so nothing that is lost comes back that way.
 */
export function createPlatform(seed: number): Platform {
  const { orders, switches } = createSimulator({ seed });
  let nextCode = FIRST_CODE;

  const tell = (order: SimOrder): Message => {
    const { cancellation } = order;
    return {
      orderId: order.id,
      code: order.code,
      status: order.status,
      version: new Date(order.updatedAt).toISOString(),
      cancelled:
        cancellation === null ? null : { reason: cancellation.reason, afterPickUp: cancellation.afterPickUp },
      body: toMessage(order, switches.get()).body,
    };
  };
  const newOrder = (): SimOrder => orders.create({ quiet: true, code: String(nextCode++) });
  const ready = (id: string): Message => tell(orders.ready(id, { quiet: true }));
  const cancel = (id: string, reason: string): Message => tell(orders.cancel(id, { quiet: true, reason }));

  const step = (random: Random, known: readonly Message[]): readonly Message[] => {
    const live = orders.list().slice(-LIVE_ORDERS);
    const pickLive = (...statuses: readonly KnownStatus[]): SimOrder | undefined => {
      const choices = live.filter(({ status }) => statuses.includes(status));
      return choices[random.between(0, Math.max(0, choices.length - 1))];
    };
    const reason = random.pick(['CUSTOMER_REQUEST', 'CLOSED', 'ITEM_UNAVAILABLE']);
    const dice = random.next();
    if (dice < 0.12) {
      // READY and cancelled at once: whichever is handled first, the order must end cancelled.
      const order = newOrder();
      return [ready(order.id), cancel(order.id, reason)];
    }
    if (dice < 0.3) {
      const order = pickLive('READY_FOR_PICKUP', 'PICKED_UP');
      if (order !== undefined) return [cancel(order.id, reason)];
    }
    if (dice < 0.42) {
      const order = pickLive('READY_FOR_PICKUP');
      if (order !== undefined) return [tell(orders.pickUp(order.id, { quiet: true }))];
    }
    if (dice < 0.58 && known.length > 0) {
      const again = known[random.between(0, known.length - 1)];
      if (again !== undefined) return [again];
    }
    const order = newOrder();
    const early = random.chance(0.2) ? [tell(order)] : [];
    const message = ready(order.id);
    return random.chance(0.1) ? [...early, message, message] : [...early, message];
  };

  return {
    next: (random, known) => {
      const steps = Array.from({ length: random.between(...STEPS) }, () => step(random, known));
      return shuffle(steps.flat(), random);
    },
  };
}

function shuffle<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((entry) => ({ entry, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** Returns a new seed and prints it, so that the same run can be repeated. */
export function newSeed(): number {
  const seed = randomInt(1, 1_000_000);
  console.log(`Seed ${String(seed)}`);
  return seed;
}

/** Returns random numbers for one cycle: the timing of one cycle does not change the numbers of another. */
export function cycleRandom(seed: number, cycle: number): Random {
  return createRandom(seed * 7919 + cycle);
}
