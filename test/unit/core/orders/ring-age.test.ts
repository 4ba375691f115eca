import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shiftIso } from '../../../../src/shared/time.ts';
import { createReceiveRig, rung, type ReceiveRig } from './rig.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const V1 = '2026-03-02T14:50:00.000Z';

let rig: ReceiveRig;
beforeEach(() => {
  rig = createReceiveRig();
});
afterEach(() => rig.close());

describe.each(['webhook', 'catch-up', 'refresh', 'reprocess'] as const)(
  'by %s, by the platform’s time',
  (source) => {
    const how = { source };
    const ago = (ms: number): string => shiftIso(rig.now(), -ms);

    test('READY younger than 24 hours rings', () => {
      expect(rung(rig.arrive({ version: ago(DAY_MS - MINUTE_MS) }, how)).raised).toEqual(['ready']);
    });

    test('READY older than 24 hours is listed in silence, also when it is read again later', () => {
      const OLD = ago(DAY_MS + MINUTE_MS);
      expect(rung(rig.arrive({ version: OLD }, how)).raised).toEqual([]);
      expect(rung(rig.arrive({ version: OLD, comment: 'otra' }, how)).raised).toEqual([]);
      expect(rung(rig.arrive({ version: V1 })).raised).toEqual([]);
      expect(rig.open()).toEqual([]);
      expect(rig.store.listOrders()).toHaveLength(1);
    });

    test.each([3 * MINUTE_MS, 12 * HOUR_MS - MINUTE_MS])('a cancellation of %d ms ago rings', (ms) => {
      const outcome = rig.arrive({ status: 'CANCELLED', version: ago(ms) }, how);
      expect(rung(outcome).raised).toEqual(['cancelled']);
    });

    test.each([12 * HOUR_MS + MINUTE_MS, 20 * DAY_MS])(
      'a cancellation of %d ms ago is listed in silence, also when it is read again later',
      (ms) => {
        const cancelled = { status: 'CANCELLED', version: ago(ms) } as const;
        expect(rung(rig.arrive(cancelled, how)).raised).toEqual([]);
        expect(rung(rig.arrive({ ...cancelled, comment: 'otra' }, how)).raised).toEqual([]);
        expect(rig.open()).toEqual([]);
        expect(rig.store.listOrders()).toHaveLength(1);
      },
    );

    test('an old cancellation rings while the order’s alert is open', () => {
      rig.arrive({ version: ago(MINUTE_MS) });
      rig.move(3 * DAY_MS);
      expect(rung(rig.arrive({ status: 'CANCELLED', version: ago(2 * DAY_MS) }, how))).toEqual({
        raised: ['cancelled'],
        closed: ['ready'],
      });
    });

    test('an old cancellation rings when the order was ready here within a day', () => {
      rig.arrive({ version: ago(MINUTE_MS) });
      rig.store.acknowledge([rig.alert('ready').id], 'counter', rig.now());
      rig.move(20 * HOUR_MS);
      expect(rung(rig.arrive({ status: 'CANCELLED', version: ago(19 * HOUR_MS) }, how)).raised).toEqual([
        'cancelled',
      ]);
    });

    test('an old cancellation rings when the order was known here within a day', () => {
      rig.arrive({ status: 'ACCEPTED', version: ago(MINUTE_MS) });
      rig.move(20 * HOUR_MS);
      expect(rung(rig.arrive({ status: 'CANCELLED', version: ago(19 * HOUR_MS) }, how)).raised).toEqual([
        'cancelled',
      ]);
    });

    test('a cancellation of weeks ago is silent for an order that was ready here weeks ago', () => {
      rig.arrive({ version: ago(MINUTE_MS) });
      rig.store.acknowledge([rig.alert('ready').id], 'counter', rig.now());
      rig.move(20 * DAY_MS);
      expect(rung(rig.arrive({ status: 'CANCELLED', version: ago(19 * DAY_MS) }, how)).raised).toEqual([]);
    });

    test('a late and old cancellation is silent for an order whose newer news is known', () => {
      rig.arrive({ status: 'DELIVERED', version: ago(20 * DAY_MS) });
      rig.move(2 * DAY_MS);
      rig.arrive({ status: 'DELIVERED', version: ago(MINUTE_MS), comment: 'corregido' });
      expect(rung(rig.arrive({ status: 'CANCELLED', version: ago(21 * DAY_MS) }, how)).raised).toEqual([]);
    });

    test('what was old and silent rings when it is cancelled afterwards', () => {
      rig.arrive({ version: ago(5 * DAY_MS) }, how);
      expect(rung(rig.arrive({ status: 'CANCELLED', version: V1 }, how)).raised).toEqual(['cancelled']);
    });

    test.each(['READY_FOR_PICKUP', 'CANCELLED'] as const)(
      '%s without a version goes by when it was made',
      (status) => {
        expect(rung(rig.arrive({ status, version: null, createdAt: ago(5 * DAY_MS) }, how)).raised).toEqual(
          [],
        );
        const young = { id: 'b', status, version: null, createdAt: ago(HOUR_MS) } as const;
        expect(rung(rig.arrive(young, how)).raised).toHaveLength(1);
      },
    );

    test.each(
      ['READY_FOR_PICKUP', 'CANCELLED'].flatMap((status) =>
        [
          null,
          '0001-01-01T00:00:00.000Z',
          '1970-01-01T00:00:00.000Z',
          '2014-12-31T23:59:59.999Z',
          '2031-01-01T00:00:00.000Z',
          '9999-12-31T00:00:00.000Z',
        ].map((time) => [status, time] as const),
      ),
    )('%s rings when its time %s is none', (status, time) => {
      const known = status === 'CANCELLED' ? 'CANCELLED' : 'READY_FOR_PICKUP';
      expect(rung(rig.arrive({ status: known, version: time, createdAt: time }, how)).raised).toHaveLength(1);
    });
  },
);

describe('while only this computer’s clock is known, which may be days ahead', () => {
  const OLD = { version: '2026-02-27T12:00:00.000Z' };

  test('what the platform calls about rings', () => {
    rig.doubtClock(true);
    expect(rung(rig.arrive(OLD)).raised).toEqual(['ready']);
    expect(rung(rig.arrive({ ...OLD, id: 'b', status: 'CANCELLED' })).raised).toEqual(['cancelled']);
  });

  test('what was read, and so came with the platform’s time, is listed in silence', () => {
    rig.doubtClock(true);
    expect(rung(rig.arrive(OLD, { source: 'catch-up' })).raised).toEqual([]);
  });
});
