import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIngest } from '../../../../src/main/core/orders/ingest.ts';
import type { IncomingOrder, OrderTransaction } from '../../../../src/main/core/orders/types.ts';
import { news } from '../../../fixtures/news.ts';
import { createReceiveRig, ID, rung, V1, V2, V3, type ReceiveRig } from './rig.ts';

let rig: ReceiveRig;
beforeEach(() => {
  rig = createReceiveRig();
});
afterEach(() => rig.close());

/** The way in with one of the transaction's doors watched. */
function watched(doors: Partial<OrderTransaction>, more: Partial<Parameters<typeof createIngest>[0]> = {}) {
  const { store, now } = rig;
  return createIngest({
    store: { transact: (work) => store.transact((tx) => work({ ...tx, ...doors })) },
    now,
    ...more,
  });
}

describe('what is passed on', () => {
  test('is told of every change once, with the order as it is then, in the same transaction', () => {
    const queued: unknown[] = [];
    const seen: (readonly [string, string])[] = [];
    const message = {
      id: 'msg-1',
      target: 'till-post',
      lane: 'a',
      code: '4821',
      body: '{}',
      at: V1,
    } as const;
    const receive = watched(
      { queue: (one) => queued.push(one) },
      {
        passOn: () => (one: IncomingOrder, after) => {
          seen.push([one.order.status, after.order.status]);
          return [message];
        },
      },
    );
    receive([news({ version: V1 })], 'webhook');
    receive([news({ version: V1 })], 'webhook');
    receive([news({ status: 'CANCELLED', version: V2 })], 'webhook');
    expect(seen).toEqual([
      ['READY_FOR_PICKUP', 'READY_FOR_PICKUP'],
      ['CANCELLED', 'CANCELLED'],
    ]);
    expect(queued).toEqual([message, message]);
  });
});

describe('an order that stood under another shop', () => {
  test('is new here, with every alert of it that is open; what closed stays closed', () => {
    rig.arrive({ version: V1 });
    rig.arrive({ status: 'UNKNOWN', statusText: 'ON_HOLD', version: V2 });
    const from: string[] = [];
    const receive = watched({
      takeOver: (_id, ringsFrom) => {
        from.push(ringsFrom);
        return true;
      },
    });
    const [outcome] = receive([news({ version: V1 })], 'catch-up');
    if (outcome?.kind !== 'changed') throw new Error('It was taken over');
    expect(outcome.change.before).toBeNull();
    expect(outcome.change.raised.map(({ kind }) => kind).toSorted()).toEqual(['ready', 'unclear']);
    const [taken] = receive([news({ status: 'CANCELLED', version: V3 })], 'catch-up');
    expect(taken === undefined ? null : rung(taken)).toEqual({
      raised: ['cancelled'],
      closed: ['ready', 'unclear'],
    });
    expect(Date.parse(rig.now()) - Date.parse(from[0] ?? '')).toBe(24 * 60 * 60 * 1_000);
  });
});

describe('news that change nothing', () => {
  test('write no order', () => {
    rig.arrive({ version: V1 });
    let writes = 0;
    const receive = watched({
      saveOrder: () => {
        writes += 1;
      },
    });
    receive([news({ version: V1 })], 'reprocess');
    expect(writes).toBe(0);
  });

  test('of another shop alone open no transaction; beside ours only ours are stored', () => {
    let transactions = 0;
    const { store, now } = rig;
    const receive = createIngest({
      store: {
        transact: (work) => {
          transactions += 1;
          return store.transact(work);
        },
      },
      now,
      isOurs: ({ storeId }) => storeId !== 'other',
    });
    const other = news({ id: 'x', shop: { ...news().order.shop, storeId: 'other' } });
    expect(receive([other], 'webhook')).toEqual([{ kind: 'other-shop', orderId: 'x' }]);
    expect(transactions).toBe(0);
    expect(receive([other, news()], 'webhook').map(({ kind }) => kind)).toEqual(['other-shop', 'changed']);
    expect(store.findOrder('x')).toBeNull();
    expect(store.findOrder(ID)).not.toBeNull();
  });
});

describe('an order whose status nobody knows', () => {
  const ODD = { status: 'UNKNOWN', statusText: 'ON_HOLD' } as const;

  test('does not ring once its bag was handed over, and ends with the hand-over', () => {
    rig.arrive({ version: V1 });
    rig.mark(true);
    expect(rung(rig.arrive({ ...ODD, version: V2 })).raised).toEqual([]);
    rig.mark(false);
    expect(rung(rig.arrive({ ...ODD, version: V3 })).raised).toEqual(['unclear']);
    expect(rig.mark(true)?.closed.map(({ kind }) => kind)).toContain('unclear');
    rig.move(1_000);
    const closedAt = rig.alert('unclear').closedAt;
    rig.arrive({ status: 'PICKED_UP', version: '2026-03-02T14:59:00.000Z' });
    expect(rig.alert('unclear').closedAt).toBe(closedAt);
  });

  test('is said with the customer’s name when there is one', () => {
    rig.arrive({ ...ODD, version: V1 });
    expect(rig.alert('unclear')).toMatchObject({ customerFirstName: 'Lucía' });
    rig.take(news({ id: 'b', ...ODD, customer: null, version: V1 }), 'webhook');
    expect(rig.store.alertsOf('b')).toMatchObject([{ customerFirstName: null }]);
  });

  test('is overtaken by news that are known, when both say when; else it is worth a look', () => {
    rig.arrive({ status: 'ACCEPTED', version: V2 });
    expect(rung(rig.arrive({ ...ODD, version: V1 })).raised).toEqual([]);
    rig.take(news({ id: 'b', status: 'ACCEPTED', version: null }), 'webhook');
    const later = rig.take(news({ id: 'b', ...ODD, version: V1 }), 'webhook');
    expect(rung(later).raised).toEqual(['unclear']);
  });

  test('ends with known news of the same moment', () => {
    rig.arrive({ ...ODD, version: V1 });
    expect(rung(rig.arrive({ status: 'ACCEPTED', version: V1 })).closed).toEqual(['unclear']);
  });
});

test('what is too old to ring leaves a closed alert, so that nothing rings later', () => {
  const old = '2026-02-20T12:00:00.000Z';
  rig.arrive({ version: old, createdAt: old }, { source: 'catch-up' });
  expect(rig.alert('ready')).toMatchObject({ closedAt: rig.now(), since: old });
  expect(rung(rig.arrive({ version: old, createdAt: old, comment: 'otra' })).raised).toEqual([]);
});
