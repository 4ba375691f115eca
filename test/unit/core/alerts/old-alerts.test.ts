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
  return orderAlert(id, { since, raisedAt: since, ...more });
}

function rig(alerts: (now: string) => readonly Alert[], options: { readonly fails?: boolean } = {}) {
  const time = createFakeTime();
  let kept = alerts(time.now());
  let isProven = false;
  let released = 0;
  const closed: string[] = [];
  let reports = 0;
  const errors: string[] = [];
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
    onClosed: (some) => {
      reports += 1;
      closed.push(...some.map(({ subject }) => subject));
    },
    onReleased: () => (released += 1),
    log: { error: (message) => errors.push(message) },
  });
  old.start();
  return {
    time,
    closed,
    errors,
    stop: old.stop,
    /** How often somebody was told of alerts that closed. */
    reports: () => reports,
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

test('the disk that does not take it is said in the log, and nobody is told of alerts that closed', async () => {
  const { time, prove, errors, reports } = rig((now) => [alertOf('old', shiftIso(now, -3 * DAY))], {
    fails: true,
  });
  prove();
  await time.pass(SECOND);
  expect(errors).toEqual(['Old alerts could not be closed; they ring']);
  expect(reports()).toBe(0);
});

test('without old ones nothing is waited for, and nothing said', async () => {
  const { time, prove, released, reports } = rig((now) => [alertOf('fresh', now)]);
  expect(time.timers()).toBe(0);
  prove();
  await time.pass(SECOND);
  expect([released(), reports()]).toEqual([0, 0]);
});

test('a day is not yet old, and a moment more is', () => {
  const { rings } = rig((now) => [
    alertOf('day', shiftIso(now, -DAY)),
    alertOf('more', shiftIso(now, -DAY - 1)),
  ]);
  expect(rings()).toEqual(['day']);
});

test('the later of both times counts: when it happened, and when it became known here', () => {
  const { rings } = rig((now) => [
    alertOf('known today', shiftIso(now, -3 * DAY), { raisedAt: now }),
    alertOf('of today', now, { raisedAt: shiftIso(now, -3 * DAY) }),
    alertOf('neither', shiftIso(now, -3 * DAY), { raisedAt: shiftIso(now, -2 * DAY) }),
  ]);
  expect(rings()).toEqual(['known today', 'of today']);
});

test('they wait for twenty seconds, and for nothing once the app ends', async () => {
  const { time, rings, stop } = rig((now) => [alertOf('old', shiftIso(now, -3 * DAY))]);
  await time.pass(19 * SECOND);
  expect(rings()).toEqual([]);
  await time.pass(SECOND);
  expect(rings()).toEqual(['old']);
  const other = rig((now) => [alertOf('old', shiftIso(now, -3 * DAY))]);
  other.stop();
  expect(other.time.timers()).toBe(0);
  stop();
});

test('a process that began late waits for its own twenty seconds', async () => {
  const { time, isTimeKnown } = rig(() => []);
  await time.pass(20 * SECOND);
  expect(isTimeKnown()).toBe(false);
  await time.pass(1);
  expect(isTimeKnown()).toBe(true);
});
