import { createSyncRun } from '../../../../src/main/core/sync/run.ts';
import type { ApplyOutcome, OrderChange } from '../../../../src/main/core/orders/types.ts';
import type { OrderPage, PartnerOrders } from '../../../../src/main/core/sync/types.ts';
import { parsePartnerOrder } from '../../../../src/main/partner/wire/schemas.ts';
import type { OrderSource, StoredOrder } from '../../../../src/shared/orders/order.ts';
import type { PartnerError, RefreshProgress } from '../../../../src/shared/partner.ts';
import { ok, type Result } from '../../../../src/shared/result.ts';

export const NOW = '2026-03-31T12:00:00.000Z';
export const OFFLINE: PartnerError = {
  code: 'offline',
  status: null,
  detail: null,
  retryAfterMs: null,
  isRouteMissing: false,
};

export type Query = Parameters<PartnerOrders['listOrders']>[0];
export type Answer = Result<OrderPage, PartnerError>;

export function incoming(id: string) {
  const read = parsePartnerOrder({ order_id: id, status: 'READY_FOR_PICKUP' }, { country: 'uy' });
  if (!read.ok) throw new Error(read.error.note.kind);
  return read.value;
}

export function page(number: number, totalPages: number, ids: readonly string[]): Answer {
  return ok({ page: number, totalPages, orders: ids.map(incoming), skipped: 0 });
}

/** What the store throws when it takes nothing. */
export class StoreDown extends Error {}

/** A platform that answers as told, and a shop that remembers which orders it has seen. */
export function rig(
  answer: (query: Query, call: number) => Answer | Promise<Answer>,
  lastSync: string | null = NOW,
  /** Called before an order is stored. */
  store: (orderId: string) => void = () => undefined,
) {
  let monotonicMs = 0;
  let nowMs = Date.parse(NOW);
  let breaths = 0;
  let isTimeStill = false;
  const refused: string[] = [];
  const queries: Query[] = [];
  const received: { ids: string[]; source: OrderSource }[] = [];
  const published: OrderChange[] = [];
  const slept: number[] = [];
  const progress: RefreshProgress[] = [];
  const known = new Map<string, StoredOrder>();
  const saved: string[] = [];
  const syncRun = createSyncRun({
    partner: {
      listOrders: async (query) => {
        queries.push(query);
        query.signal?.throwIfAborted();
        return answer(query, queries.length);
      },
    },
    receive: (orders, source) => {
      for (const { order } of orders) store(order.id);
      received.push({ ids: orders.map(({ order }) => order.id), source });
      return orders.map(({ order }): ApplyOutcome => {
        const before = known.get(order.id) ?? null;
        if (before !== null && before.order.status === order.status) {
          return { kind: 'unchanged', orderId: order.id };
        }
        const after: StoredOrder = {
          order,
          firstSeenAt: NOW,
          lastChangedAt: NOW,
          source,
          readyAt: NOW,
          wasPickedUp: false,
          handedOverAt: null,
        };
        known.set(order.id, after);
        return { kind: 'changed', change: { before, after, raised: [], closed: [] } };
      });
    },
    store: { lastCompleteSync: () => saved.at(-1) ?? lastSync, saveCompleteSync: (at) => saved.push(at) },
    now: () => new Date(nowMs).toISOString(),
    sleep: (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      if (!isTimeStill) return Promise.resolve();
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
      });
    },
    monotonicMs: () => monotonicMs,
    isStoreDown: (error) => error instanceof StoreDown,
    breathe: () => {
      breaths += 1;
      return Promise.resolve();
    },
    onRefused: (orderId) => refused.push(orderId),
    random: () => 0.5,
    onProgress: (one) => progress.push(one),
    publish: (changes) => published.push(...changes),
  });
  return {
    syncRun,
    queries,
    received,
    published,
    slept,
    progress,
    known,
    saved,
    refused,
    breaths: () => breaths,
    /** No pause ends by itself any more. */
    stopTime: (): void => {
      isTimeStill = true;
    },
    /** Time goes by. */
    pass: (ms: number): void => {
      monotonicMs += ms;
      nowMs += ms;
    },
    /** The clock turns out to be wrong. */
    jump: (ms: number): void => {
      nowMs += ms;
    },
  };
}

export function incomingStored(id: string): StoredOrder {
  const { order } = incoming(id);
  return {
    order,
    firstSeenAt: NOW,
    lastChangedAt: NOW,
    source: 'webhook',
    readyAt: null,
    wasPickedUp: false,
    handedOverAt: null,
  };
}
