import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIngest } from '../../../../src/main/core/orders/ingest.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { news } from '../../../fixtures/news.ts';
import { createReceiveRig, ID, V1, V2, V3, type ReceiveRig } from './rig.ts';

let rig: ReceiveRig;
beforeEach(() => {
  rig = createReceiveRig();
});
afterEach(() => rig.close());

describe('what is kept', () => {
  test('the first news of an order is a change without a before', () => {
    const outcome = rig.arrive();
    expect(outcome.kind).toBe('changed');
    expect(outcome.kind === 'changed' && outcome.change.before).toBeNull();
    expect(rig.stored().order).toEqual(news().order);
  });

  test('the same news again is no event and no change', () => {
    rig.arrive();
    expect(rig.arrive()).toEqual({ kind: 'unchanged', orderId: ID });
  });

  test('older news is kept as an event and changes nothing', () => {
    rig.arrive({ version: V2, comment: 'nuevo' });
    expect(rig.arrive({ version: V1, comment: 'viejo' })).toEqual({ kind: 'unchanged', orderId: ID });
    expect(rig.stored().order.comment).toBe('nuevo');
    // It is known now: a second time it is not even an event.
    const again = news({ version: V1, comment: 'viejo' });
    expect(rig.store.transact((tx) => tx.addEvent(again, 'webhook', rig.now()))).toBe(false);
  });

  test('newer news brings newer content and keeps the status that was reached', () => {
    rig.arrive({ status: 'PICKED_UP', version: V1 });
    rig.arrive({ status: 'ACCEPTED', version: V2, comment: 'corregido' });
    expect(rig.stored().order).toMatchObject({ status: 'PICKED_UP', comment: 'corregido', version: V2 });
  });

  test('of news with equal versions the further status tells the content', () => {
    rig.arrive({ status: 'PICKED_UP', version: V1, comment: 'retirado' });
    // Many texts, so that a digest does not decide it by chance.
    for (const comment of ['a', 'b', 'c', 'd', 'e', 'f']) rig.arrive({ version: V1, comment });
    expect(rig.stored().order.comment).toBe('retirado');
  });

  test('news without a version never replaces content that has one', () => {
    rig.arrive({ version: V1, comment: 'con hora' });
    rig.arrive({ version: null, comment: 'sin hora' });
    expect(rig.stored().order.comment).toBe('con hora');
  });

  describe('with a time that cannot be', () => {
    const AHEAD = '2031-03-02T14:00:00.000Z';

    test('locks nothing out: what comes after it with a real time is applied with all it says', () => {
      rig.arrive({ version: AHEAD, comment: 'de otro año' });
      expect(rig.open()).toEqual(['ready']);
      expect(rig.stored()).toMatchObject({ order: { version: null }, readyAt: rig.now() });
      rig.arrive({ status: 'PICKED_UP', version: V1, comment: 'retirado' });
      expect(rig.stored().order).toMatchObject({ status: 'PICKED_UP', version: V1, comment: 'retirado' });
      expect(rig.open()).toEqual([]);
    });

    test('still moves the order on by its status, and replaces no content with a real time', () => {
      rig.arrive({ version: V1, comment: 'con hora' });
      rig.arrive({ status: 'CANCELLED', version: AHEAD, comment: 'de otro año' });
      expect(rig.stored().order).toMatchObject({ status: 'CANCELLED', version: V1, comment: 'con hora' });
      expect(rig.open()).toEqual(['cancelled']);
    });

    test('is as bad when it was kept while only this clock was known', () => {
      rig.doubtClock(true);
      rig.arrive({ version: AHEAD, comment: 'de otro año' });
      expect(rig.stored().readyAt).toBe(AHEAD);
      rig.doubtClock(false);
      rig.arrive({ version: V2, comment: 'corregido' });
      expect(rig.stored()).toMatchObject({ order: { version: V2, comment: 'corregido' }, readyAt: V2 });
      expect(rig.alert('ready').since).toBe(V2);
      rig.arrive({ status: 'PICKED_UP', version: V3, comment: 'retirado' });
      expect(rig.stored().order).toMatchObject({ status: 'PICKED_UP', version: V3, comment: 'retirado' });
    });

    test('keeps no alert of an unknown status open for years', () => {
      rig.doubtClock(true);
      rig.arrive({ status: 'UNKNOWN', statusText: 'PACKING', version: AHEAD });
      expect(rig.open()).toEqual(['unclear']);
      rig.doubtClock(false);
      rig.arrive({ status: 'PICKED_UP', version: null });
      expect(rig.open()).toEqual([]);
    });

    test('is believed up to two days ahead, and where the platform has told no time', () => {
      const soon = shiftIso(rig.now(), 47 * 60 * 60_000);
      rig.arrive({ version: soon });
      expect(rig.stored().order.version).toBe(soon);
      rig.doubtClock(true);
      rig.arrive({ version: AHEAD });
      expect(rig.stored().order.version).toBe(AHEAD);
    });
  });

  test('an unknown status is kept by its name until a known one comes, and moves nothing afterwards', () => {
    rig.arrive({ status: 'UNKNOWN', statusText: 'PACKING', version: V1 });
    expect(rig.stored().order).toMatchObject({ status: 'UNKNOWN', statusText: 'PACKING' });
    rig.arrive({ status: 'READY_FOR_PICKUP', version: V2 });
    rig.arrive({ status: 'UNKNOWN', statusText: 'ON_THE_MOON', version: V3 });
    expect(rig.stored().order).toMatchObject({ status: 'READY_FOR_PICKUP', statusText: 'READY_FOR_PICKUP' });
    expect(rig.open()).toEqual(['ready']);
  });

  test('the newest cancellation that says something is kept', () => {
    const first = { by: 'VENDOR', reason: 'ITEM_UNAVAILABLE', afterPickUp: null };
    const second = { by: 'CUSTOMER', reason: 'CUSTOMER_REQUEST', afterPickUp: null };
    rig.arrive({ status: 'CANCELLED', version: V2, cancellation: second });
    rig.arrive({ status: 'CANCELLED', version: V1, cancellation: first });
    rig.arrive({ status: 'CANCELLED', version: V3, cancellation: null });
    expect(rig.stored().order.cancellation).toEqual(second);
  });

  test('that it was picked up stays known through a cancellation', () => {
    rig.arrive({ status: 'DELIVERED', version: V1 });
    rig.arrive({ status: 'CANCELLED', version: V2 });
    expect(rig.stored()).toMatchObject({ wasPickedUp: true, order: { status: 'CANCELLED' } });
  });

  test('ready since is the earliest time the platform told', () => {
    rig.arrive({ version: V2 });
    rig.arrive({ version: V1 });
    rig.arrive({ version: V3 });
    expect(rig.stored().readyAt).toBe(V1);
  });

  test('first seen stays, last changed and source follow the last change', () => {
    rig.arrive({ status: 'ACCEPTED', version: V1 }, { source: 'catch-up' });
    const { firstSeenAt } = rig.stored();
    rig.arrive({ version: V2 });
    const { lastChangedAt } = rig.stored();
    rig.arrive({ version: V2 }, { source: 'refresh' });
    expect(rig.stored()).toMatchObject({ firstSeenAt, lastChangedAt, source: 'webhook' });
    expect(lastChangedAt > firstSeenAt).toBe(true);
  });

  test('outcomes come in the order of the given orders, all from one transaction', () => {
    let transactions = 0;
    const receive = createIngest({
      now: rig.now,
      store: {
        transact: (work) => {
          transactions += 1;
          return rig.store.transact(work);
        },
      },
    });
    const outcomes = receive([news({ id: 'b' }), news({ id: 'a' }), news({ id: 'b' })], 'catch-up');
    expect(outcomes.map((one) => (one.kind === 'changed' ? one.change.after.order.id : 'unchanged'))).toEqual(
      ['b', 'a', 'unchanged'],
    );
    expect(transactions).toBe(1);
    expect(receive([], 'catch-up')).toEqual([]);
    expect(transactions).toBe(1);
  });

  test('a body that a newer version reads better may be processed again', () => {
    const first = news({ comment: null });
    const better = { ...news({ comment: 'sin sal' }), digest: first.digest };
    const receive = createIngest({ store: rig.store, now: rig.now });
    receive([first], 'webhook');
    expect(receive([better], 'webhook')[0]?.kind).toBe('unchanged');
    expect(receive([better], 'reprocess')[0]?.kind).toBe('changed');
    expect(rig.stored().order.comment).toBe('sin sal');
  });
});

describe('an order of another shop', () => {
  test.each(['webhook', 'catch-up', 'refresh', 'reprocess'] as const)(
    'is not kept and rings not, by %s',
    (source) => {
      const receive = createIngest({
        store: rig.store,
        now: rig.now,
        isOurs: ({ storeId }) => storeId === '0042',
      });
      const foreign = news({ id: 'b', shop: { ...news().order.shop, storeId: '99' } });
      const outcomes = receive([foreign, news(), foreign], source);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['other-shop', 'changed', 'other-shop']);
      expect(receive([foreign], source)).toEqual([{ kind: 'other-shop', orderId: 'b' }]);
      expect(rig.store.listOrders().map(({ id }) => id)).toEqual([ID]);
      expect(rig.store.openAlerts()).toHaveLength(1);
    },
  );
});
