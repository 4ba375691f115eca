import { expect, onTestFinished, test } from 'vitest';
import type { OrderChange } from '../../../../src/main/core/orders/types.ts';
import { createStaleOrders } from '../../../../src/main/core/sync/stale-orders.ts';
import type { PartnerOrders } from '../../../../src/main/core/sync/types.ts';
import type { PartnerErrorCode } from '../../../../src/shared/partner.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { news } from '../../../fixtures/news.ts';
import { createReceiveRig } from '../orders/rig.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Orders that have been ready for over a day, and a platform that answers as told. */
function rig(ids: readonly string[]) {
  const time = createFakeTime();
  const shop = createReceiveRig();
  onTestFinished(shop.close);
  for (const id of ids) shop.take(news({ id, code: id }), 'webhook');
  const asked: string[] = [];
  const wanted: unknown[] = [];
  const marked: (readonly [string, string])[] = [];
  const published: OrderChange[] = [];
  const sources: string[] = [];
  let answer: 'picked-up' | 'as-before' | PartnerErrorCode = 'picked-up';
  let isBroken = false;
  const getOrder: PartnerOrders['getOrder'] = (id, _signal, urgency) => {
    asked.push(`${id} ${urgency ?? ''}`);
    if (answer === 'picked-up') {
      return Promise.resolve(ok(news({ id, code: id, status: 'PICKED_UP', version: time.now() })));
    }
    if (answer === 'as-before') return Promise.resolve(ok(news({ id, code: id })));
    const error = { code: answer, status: null, detail: null, retryAfterMs: null, isRouteMissing: false };
    return Promise.resolve(err(error));
  };
  const single = createStaleOrders({
    partner: { getOrder },
    receive: (orders, source) => {
      if (isBroken) throw new Error('disk');
      sources.push(source);
      return orders.map((order) => shop.take(order, source));
    },
    notes: {
      staleReady: (which) => {
        wanted.push(which);
        return ids;
      },
      markAsked: (id, at) => marked.push([id, at]),
    },
    now: time.now,
    monotonicMs: time.monotonicMs,
    publish: ({ changes }) => published.push(...changes),
  });
  return {
    ask: () => single(new AbortController().signal),
    shop,
    time,
    asked,
    wanted,
    marked,
    published,
    sources,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    breakDisk: (broken: boolean) => {
      isBroken = broken;
    },
  };
}

test('asks for orders ready for over a day, not asked for within a day, and young enough to be found', async () => {
  const { ask, wanted, time, asked } = rig([]);
  const now = time.now();
  await ask();
  expect(wanted).toEqual([
    {
      from: shiftIso(now, 60 * 60_000 - 60 * DAY),
      to: shiftIso(now, -DAY),
      askedBefore: shiftIso(now, -DAY),
      limit: 40,
    },
  ]);
  expect(asked).toEqual([]);
});

test('one at a time, behind everything else: what became of it is stored, shown and noted', async () => {
  const { ask, asked, published, marked, shop, time, sources } = rig(['1', '2']);
  await ask();
  expect(asked).toEqual(['1 past']);
  expect(sources).toEqual(['catch-up']);
  expect(shop.store.findOrder('1')?.order.status).toBe('PICKED_UP');
  expect(published.map(({ after }) => after.order.code)).toEqual(['1']);
  expect(marked).toEqual([['1', time.now()]]);
});

test('an order that is as before is noted as asked for, and nothing is shown', async () => {
  const { ask, answerWith, published, marked } = rig(['1']);
  answerWith('as-before');
  await ask();
  expect(published).toEqual([]);
  expect(marked).toHaveLength(1);
});

test('an order that the platform does not know any more has had its answer', async () => {
  const { ask, answerWith, marked, published } = rig(['1']);
  answerWith('not-found');
  await ask();
  expect(marked).toHaveLength(1);
  expect(published).toEqual([]);
});

test('after a failed request others go first, and it is asked for again in an hour', async () => {
  const { ask, answerWith, asked, marked, time } = rig(['1', '2']);
  answerWith('offline');
  await ask();
  expect(marked).toEqual([]);
  await ask();
  await ask();
  expect(asked).toEqual(['1 past', '2 past']);
  await time.pass(60 * MINUTE - 1);
  await ask();
  expect(asked).toHaveLength(2);
  await time.pass(1);
  await ask();
  expect(asked).toEqual(['1 past', '2 past', '1 past']);
});

test('an order that was answered does not wait for an hour', async () => {
  const { ask, asked } = rig(['1']);
  await ask();
  await ask();
  expect(asked).toEqual(['1 past', '1 past']);
});

test('a disk that takes nothing is said, and the order waits as after a failed request', async () => {
  const { ask, breakDisk, asked, marked } = rig(['1']);
  breakDisk(true);
  await expect(ask()).rejects.toThrow('disk');
  breakDisk(false);
  await ask();
  expect(asked).toHaveLength(1);
  expect(marked).toEqual([]);
});
