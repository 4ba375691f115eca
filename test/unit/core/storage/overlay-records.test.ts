import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAskWhy, type Records } from '../../../../src/main/core/history/ask-why.ts';
import { createOverlayRecords } from '../../../../src/main/core/storage/overlay-records.ts';
import { createRecords } from '../../../../src/main/store/orders/records.ts';
import { news } from '../../../fixtures/news.ts';
import { createPendingRig, DiskFull, type PendingRig } from './rig.ts';

let rig: PendingRig;
let records: ReturnType<typeof createOverlayRecords>;
/** Of the disk, where nothing can be noted while it is full. */
let isFull = false;

beforeEach(() => {
  rig = createPendingRig();
  isFull = false;
  const disk = createRecords({ db: rig.db, flush: () => undefined });
  records = createOverlayRecords({
    records: {
      ...disk,
      noteCircumstance: (...note) => {
        if (isFull) throw new DiskFull('records');
        disk.noteCircumstance(...note);
      },
    },
    pending: rig.pending.rows,
    breaker: rig.breaker,
  });
});
afterEach(() => rig.close());

function arrive(id: string, code = id): void {
  rig.receive([news({ id, code })], 'webhook');
}

function ask(code: string) {
  return createAskWhy({ records, now: rig.time.now })({ code, orderId: null });
}

test('why an order rang is told while it is not stored, and in the same words after it was', async () => {
  rig.fail({ writes: true });
  isFull = true;
  arrive('a', '4821');
  rig.store.markShown(['a:ready'], rig.time.now());
  records.noteCircumstance(['a:ready'], 'audible', null);
  const before = ask('4821');
  expect(before).toMatchObject({
    orderId: 'a',
    story: { verdict: { kind: 'rang', isHeard: true }, arrived: { source: 'webhook' } },
  });
  rig.fail({ writes: false });
  isFull = false;
  await rig.time.pass(60_000);
  expect(rig.breaker.trouble()).toBeNull();
  expect(rig.pending.rows.orders.size).toBe(0);
  expect(ask('4821')).toEqual(before);
});

test.each(['WXFR 2440 RTBS', 'wxfr2440rtbs', ' wxfr-2440-rtbs '])(
  'a code is found as people write it, %j, stored or not',
  async (written) => {
    rig.fail({ writes: true });
    isFull = true;
    arrive('a', 'wxfr-2440-rtbs');
    expect(ask(written)).toMatchObject({ code: 'wxfr-2440-rtbs', orderId: 'a' });
    rig.fail({ writes: false });
    isFull = false;
    await rig.time.pass(60_000);
    expect(rig.pending.rows.orders.size).toBe(0);
    expect(ask(written)).toMatchObject({ code: 'wxfr-2440-rtbs', orderId: 'a' });
  },
);

test('of an order that is stored and has pending news the pending ones count', () => {
  arrive('a', '4821');
  arrive('b', '4821');
  rig.fail({ writes: true });
  rig.receive([news({ id: 'a', code: '4821', status: 'CANCELLED' })], 'catch-up');
  expect(records.ordersWithCode('4821').map(({ order }) => [order.id, order.status])).toEqual([
    ['a', 'CANCELLED'],
    ['b', 'READY_FOR_PICKUP'],
  ]);
  const [stored] = records.ordersWithCode('4821');
  if (stored === undefined) throw new Error('no order');
  expect(records.recordsOf(stored)).toMatchObject({
    events: [{ source: 'webhook' }, { source: 'catch-up', statusText: 'CANCELLED' }],
    alerts: [{ kind: 'cancelled' }, { kind: 'ready', closedAt: rig.time.now() }],
  });
});

test('a past that cannot be read is answered as far as it is known', () => {
  const broken = (): never => {
    throw new DiskFull('records');
  };
  const nothing: Records = {
    ordersWithCode: broken,
    findOrder: broken,
    recordsOf: broken,
    rejectedIn: broken,
    otherShopAt: broken,
    presenceSince: broken,
  };
  const blind = createOverlayRecords({
    records: { ...nothing, noteCircumstance: broken },
    pending: rig.pending.rows,
    breaker: rig.breaker,
  });
  rig.fail({ writes: true });
  arrive('a', '4821');
  const why = createAskWhy({ records: blind, now: rig.time.now });
  expect(why({ code: '4821', orderId: null })).toMatchObject({ orderId: 'a' });
  expect(why({ code: '9999', orderId: null })).toMatchObject({
    story: { verdict: { kind: 'never-arrived' } },
  });
});
