import { buildOrder } from './new-order.ts';
import { applyPick, pickRest } from './picking.ts';
import { SimulatorError } from '../simulator-error.ts';
import type { NewOrder } from './new-order.ts';
import type { PickStep } from './picking.ts';
import type { KnownStatus } from '../../shared/orders/order.ts';
import type { Shop, SimOrder } from './order-model.ts';
import type { Random } from './random.ts';

export type OrderNumbers = {
  readonly next: () => { readonly code: string; readonly externalId: string };
};

const LAST_CODE = 9999;
const FIRST_EXTERNAL_ID = 1_843_920_571;

/** Codes count up and start again after 9999; the external id never repeats. Source: docs/partner-api.md, "Order". */
export function createOrderNumbers(firstCode: number): OrderNumbers {
  let code = firstCode;
  let externalId = FIRST_EXTERNAL_ID;
  return {
    next: () => {
      const numbers = { code: String(code), externalId: String(externalId) };
      code = code >= LAST_CODE ? 1 : code + 1;
      externalId++;
      return numbers;
    },
  };
}

/** Quiet changes send no webhook, so only GET shows them. */
type Announce = { readonly quiet?: boolean };

type CancelInput = Announce & {
  readonly by?: string;
  readonly reason?: string;
  /** Whether the goods had left the shop; default: as it happened. null: not sent. */
  readonly afterPickUp?: boolean | null;
};

export type SimOrders = {
  readonly create: (input?: NewOrder & Announce) => SimOrder;
  /** Makes an order that the platform does not keep: no GET finds it. */
  readonly draft: (input?: NewOrder) => SimOrder;
  /** Adds orders made elsewhere, without a webhook. */
  readonly adopt: (orders: readonly SimOrder[]) => void;
  readonly pick: (id: string, ...steps: readonly PickStep[]) => SimOrder;
  /** Untouched lines count as picked. */
  readonly ready: (id: string, options?: Announce) => SimOrder;
  readonly pickUp: (id: string, options?: Announce) => SimOrder;
  readonly dispatch: (id: string, options?: Announce) => SimOrder;
  readonly deliver: (id: string, options?: Announce) => SimOrder;
  readonly cancel: (id: string, input?: CancelInput) => SimOrder;
  /** Sends an unknown status; null ends this. */
  readonly setOddStatus: (id: string, status: string | null, options?: Announce) => SimOrder;
  /** Moves an order's times back by whole minutes, at most 70 days. */
  readonly travel: (id: string, minutesBack: number) => SimOrder;
  /** Throws a `SimulatorError` when there is none. */
  readonly get: (id: string) => SimOrder;
  readonly find: (id: string) => SimOrder | null;
  /** In the order of creation. */
  readonly list: () => readonly SimOrder[];
  readonly remove: (id: string) => void;
  readonly clear: () => void;
};

export const MAX_TRAVEL_MINUTES = 70 * 24 * 60;
const MINUTE_MS = 60_000;

/** The orders of the simulated platform and their possible steps. `onNews` is called for every step that is not quiet. */
export function createOrders(deps: {
  readonly shops: () => readonly Shop[];
  readonly now: () => number;
  readonly random: Random;
  readonly numbers: OrderNumbers;
  readonly onNews: (order: SimOrder) => void;
  readonly onChange: () => void;
}): SimOrders {
  const orders = new Map<string, SimOrder>();
  let nextLine = 1;

  const get = (id: string): SimOrder => {
    const order = orders.get(id);
    if (order === undefined) throw new SimulatorError('not-found', `No hay pedido ${id}`);
    return order;
  };

  const save = (order: SimOrder, { quiet }: Announce): SimOrder => {
    orders.set(order.id, order);
    deps.onChange();
    if (quiet !== true) deps.onNews(order);
    return order;
  };

  // A version must change even when two steps fall into one millisecond or the clock does not move.
  const touch = (order: SimOrder, change: Partial<SimOrder>): SimOrder => ({
    ...order,
    ...change,
    updatedAt: Math.max(deps.now(), order.updatedAt + 1),
  });

  const step = (
    id: string,
    to: KnownStatus,
    from: readonly KnownStatus[],
    change: (order: SimOrder) => Partial<SimOrder>,
    options: Announce,
  ): SimOrder => {
    const order = get(id);
    if (!from.includes(order.status)) {
      throw new SimulatorError(
        'not-allowed',
        `El pedido ${order.code} está ${order.status}: no pasa a ${to}`,
      );
    }
    return save(touch(order, { ...change(order), status: to, oddStatus: null }), options);
  };

  const shopOf = (storeId: string | undefined): Shop => {
    const shops = deps.shops();
    const shop = storeId === undefined ? shops[0] : shops.find((one) => one.storeId === storeId);
    if (shop === undefined) throw new SimulatorError('invalid', `No hay tienda ${storeId ?? ''}`);
    return shop;
  };

  const draft = (input: NewOrder = {}): SimOrder =>
    buildOrder(input, {
      at: deps.now(),
      random: deps.random,
      shop: shopOf(input.storeId),
      ...deps.numbers.next(),
    });

  return {
    draft,
    create: (input = {}) => save(draft(input), input),
    adopt: (made) => {
      for (const order of made) orders.set(order.id, order);
      deps.onChange();
    },
    pick: (id, ...steps) => {
      const order = get(id);
      if (order.status !== 'RECEIVED' && order.status !== 'ACCEPTED') {
        throw new SimulatorError(
          'not-allowed',
          `El pedido ${order.code} ya no se prepara: está ${order.status}`,
        );
      }
      const lines = steps.reduce(
        (before, one) => applyPick(before, one, () => `l-a${nextLine++}`),
        order.lines,
      );
      return save(touch(order, { lines }), { quiet: true });
    },
    ready: (id, options = {}) =>
      step(
        id,
        'READY_FOR_PICKUP',
        ['RECEIVED', 'ACCEPTED'],
        (order) => ({ lines: pickRest(order.lines) }),
        options,
      ),
    pickUp: (id, options = {}) =>
      step(id, 'PICKED_UP', ['READY_FOR_PICKUP'], () => ({ wasPickedUp: true }), options),
    dispatch: (id, options = {}) =>
      step(id, 'DISPATCHED', ['READY_FOR_PICKUP', 'PICKED_UP'], () => ({ wasPickedUp: true }), options),
    deliver: (id, options = {}) =>
      step(id, 'DELIVERED', ['PICKED_UP', 'DISPATCHED'], () => ({ wasPickedUp: true }), options),
    cancel: (id, input = {}) =>
      step(
        id,
        'CANCELLED',
        ['RECEIVED', 'ACCEPTED', 'READY_FOR_PICKUP', 'PICKED_UP', 'DISPATCHED'],
        (order) => ({
          cancellation: {
            by: input.by ?? 'CUSTOMER',
            reason: input.reason ?? 'CUSTOMER_REQUEST',
            afterPickUp: input.afterPickUp === undefined ? order.wasPickedUp : input.afterPickUp,
          },
        }),
        input,
      ),
    setOddStatus: (id, status, options = {}) => save(touch(get(id), { oddStatus: status }), options),
    travel: (id, minutesBack) => {
      if (!Number.isInteger(minutesBack) || minutesBack < 0 || minutesBack > MAX_TRAVEL_MINUTES) {
        throw new SimulatorError('invalid', 'Se viaja de 0 a 70 días atrás');
      }
      const order = get(id);
      const back = minutesBack * MINUTE_MS;
      const moved: SimOrder = {
        ...order,
        createdAt: order.createdAt - back,
        updatedAt: order.updatedAt - back,
        promisedFor: order.promisedFor - back,
      };
      return save(moved, { quiet: true });
    },
    get,
    find: (id) => orders.get(id) ?? null,
    list: () => [...orders.values()],
    remove: (id) => {
      orders.delete(get(id).id);
      deps.onChange();
    },
    clear: () => {
      orders.clear();
      deps.onChange();
    },
  };
}
