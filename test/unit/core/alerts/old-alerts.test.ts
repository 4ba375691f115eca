import { expect, test } from 'vitest';
import { createOldAlerts } from '../../../../src/main/core/alerts/old-alerts.ts';
import type { Alert, OrderAlert } from '../../../../src/shared/orders/alert.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

function alertOf(id: string, since: string, more: Partial<OrderAlert> = {}): OrderAlert {
  return orderAlert(id, { raisedAt: since, ...more });
}

function rig(alerts: (now: string) => readonly Alert[], options: { readonly fails?: boolean } = {}) {
  const time = createFakeTime();
  let kept = alerts(time.now());
  let isProven = false;
  let released = 0;
  const closed: string[] = [];
  const old = createOldAlerts({
    store: {
      openAlerts: () => kept.filter(({ closedAt }) => closedAt === null),
      transact: (work) => {
        if (options.fails === true) throw new Error('disk I/O error');
        const unused = (): never => {
          throw new Error('Not of this test');
        };
        return work({
          takeOver: unused,
          findOrder: unused,
          saveOrder: unused,
          hasEvent: unused,
          hasStep: unused,
          addEvent: unused,
          findAlerts: unused,
          queue: unused,
          saveAlert: (next) => {
            kept = kept.map((one) => (one.id === next.id ? next : one));
          },
        });
      },
    },
    clock: { now: time.now, isProven: () => isProven },
    schedule: time.schedule,
    monotonicMs: time.monotonicMs,
    onClosed: (some) => closed.push(...some.map(({ subject }) => subject)),
    onReleased: () => (released += 1),
    log: { error: () => undefined },
  });
  old.start();
  return {
    time,
    closed,
    released: () => released,
    isTimeKnown: old.isTimeKnown,
    rings: () => old.openAlerts().map(({ subject }) => subject),
    prove: (jumpMs = 0) => {
      time.jump(jumpMs);
      isProven = true;
    },
  };
}

test('after weeks the old ones are silent from the start and closed by the platform’s time; what is young rings at once', async () => {
  const { time, rings, prove, closed, released } = rig((now) => [
    alertOf('weeks', shiftIso(now, -21 * DAY)),
    alertOf('cancelled', shiftIso(now, -25 * HOUR), { kind: 'cancelled' }),
    alertOf('night', shiftIso(now, -14 * HOUR), { kind: 'cancelled' }),
    alertOf('fresh', shiftIso(now, -SECOND)),
  ]);
  expect(rings()).toEqual(['night', 'fresh']);
  prove();
  await time.pass(SECOND);
  expect(rings()).toEqual(['night', 'fresh']);
  expect(closed).toEqual(['weeks', 'cancelled']);
  expect(released()).toBe(0);
});

test('a computer whose clock is weeks ahead silences nothing: by the platform’s time they ring', async () => {
  const { time, rings, prove, closed, released } = rig((now) => [alertOf('true', shiftIso(now, -21 * DAY))]);
  await time.pass(3 * SECOND);
  prove(-21 * DAY);
  await time.pass(SECOND);
  expect(rings()).toEqual(['true']);
  expect([closed, released()]).toEqual([[], 1]);
});

test('while nobody says what time it is they wait for seconds and ring', async () => {
  const { time, rings, closed, released } = rig((now) => [alertOf('true', shiftIso(now, -21 * DAY))]);
  await time.pass(15 * SECOND);
  expect(rings()).toEqual([]);
  await time.pass(10 * SECOND);
  expect(rings()).toEqual(['true']);
  expect([closed, released()]).toEqual([[], 1]);
});

test('the time counts as known once the platform said it, or after seconds in which nobody does', async () => {
  const { time, isTimeKnown, prove } = rig(() => []);
  await time.pass(15 * SECOND);
  expect(isTimeKnown()).toBe(false);
  prove();
  expect(isTimeKnown()).toBe(true);

  const alone = rig(() => []);
  await alone.time.pass(25 * SECOND);
  expect(alone.isTimeKnown()).toBe(true);
});

test('times that are none, what became known here today, and an outage are never old', () => {
  const { rings } = rig((now) => [
    alertOf('none', '1970-01-01T00:00:00.000Z'),
    alertOf('ahead', shiftIso(now, 400 * DAY)),
    alertOf('today', shiftIso(now, -21 * DAY), { raisedAt: now }),
    { ...alertOf('outage', shiftIso(now, -21 * DAY)), kind: 'connection', cause: 'offline' } as const,
  ]);
  expect(rings()).toEqual(['none', 'ahead', 'today', 'outage']);
});

test('a disk that does not take it silences nothing', async () => {
  const { time, rings, prove, released } = rig((now) => [alertOf('old', shiftIso(now, -3 * DAY))], {
    fails: true,
  });
  prove();
  await time.pass(SECOND);
  expect([rings(), released()]).toEqual([['old'], 1]);
});
