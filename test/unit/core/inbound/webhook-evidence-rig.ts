import type { Delivery } from '../../../../src/main/core/inbound/types.ts';
import type { OrderChange } from '../../../../src/main/core/orders/types.ts';
import { createWebhookEvidence } from '../../../../src/main/core/inbound/webhook-evidence.ts';
import type { DeliveryOutcome } from '../../../../src/shared/health/delivery.ts';
import type { OrderStatus } from '../../../../src/shared/orders/order.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { news } from '../../../fixtures/news.ts';

export const START = '2026-03-02T15:00:00.000Z';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The evidence of one run on a clock that only the test moves. `kept` outlives it. */
export function rig(kept = new Map<string, string>(), startMs = 0) {
  let ms = startMs;
  let timers: { readonly atMs: number; readonly run: () => void }[] = [];
  let wakes = 0;
  let saves = 0;
  let changes = 0;
  const evidence = createWebhookEvidence({
    notes: {
      read: (note) => kept.get(note) ?? null,
      save: (note, value) => {
        saves += 1;
        kept.set(note, value);
      },
    },
    now: () => shiftIso(START, ms),
    monotonicMs: () => ms,
    schedule: (run, waitMs) => {
      const timer = { atMs: ms + waitMs, run };
      timers.push(timer);
      return () => (timers = timers.filter((one) => one !== timer));
    },
    wake: () => (wakes += 1),
    onChange: () => (changes += 1),
  });
  const pass = (forMs: number): void => {
    const endMs = ms + forMs;
    for (;;) {
      const next = timers.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      timers = timers.filter((one) => one !== next);
      ms = Math.max(ms, next.atMs);
      next.run();
    }
    ms = endMs;
  };
  const deliver = (outcome: DeliveryOutcome): void => {
    const delivery: Delivery = {
      at: shiftIso(START, ms),
      outcome,
      status: 0,
      ms: 1,
      bytes: 0,
      orderId: null,
      notes: [],
    };
    evidence.noteDelivery(delivery);
  };
  /** Asking finds news of an order that is so old. */
  const find = (id: string, ageMs: number, status: OrderStatus = 'READY_FOR_PICKUP'): void =>
    evidence.noteFound([changeOf(id, status, shiftIso(START, ms - ageMs))]);
  const call = (id: string, status: OrderStatus = 'READY_FOR_PICKUP'): void => {
    evidence.noteCall(changeOf(id, status, null).after.order);
    deliver('stored');
  };
  const light = (): string | null => evidence.health()?.[1] ?? null;
  return {
    ...evidence,
    pass,
    deliver,
    find,
    call,
    light,
    kept,
    wakes: () => wakes,
    saves: () => saves,
    /** How often somebody was told that the evidence changed. */
    changes: () => changes,
    timers: () => timers.length,
    ms: () => ms,
  };
}

export function changeOf(id: string, status: OrderStatus, version: string | null): OrderChange {
  const { order } = news({ id, status, version });
  const local = { readyAt: START, wasPickedUp: false, handedOverAt: null };
  const after = { order, firstSeenAt: START, lastChangedAt: START, source: 'catch-up', ...local } as const;
  return { before: null, after, raised: [], closed: [] };
}

/** A shop at work: the way is free, and the platform has called. */
export function atWork(kept?: Map<string, string>) {
  const shop = rig(kept);
  shop.follow('here');
  shop.setReachable(true);
  shop.pass(5 * MINUTE);
  shop.call('first');
  return shop;
}
