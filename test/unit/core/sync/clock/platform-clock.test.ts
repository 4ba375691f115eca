import { describe, expect, test } from 'vitest';
import { shiftIso } from '../../../../../src/shared/time.ts';
import { NOON } from '../../../../fakes/fixed-clock.ts';
import { clockRig } from './clock-rig.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test('until the platform has answered, it is as late as this computer says', () => {
  const { clock } = clockRig({ offMs: 3 * DAY });
  expect(clock.now()).toBe(shiftIso(NOON, 3 * DAY));
  expect(clock.offsetMs()).toBeNull();
  expect(clock.isProven()).toBe(false);
});

test.for([-3 * DAY, -90 * MINUTE, -3 * MINUTE, 5 * MINUTE, 1 * DAY, 73 * 365 * DAY])(
  'one answer is enough to know the time on a computer that is %i ms off',
  (offMs) => {
    const one = clockRig({ offMs });
    one.answer();
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
    expect(one.clock.isProven()).toBe(true);
    one.pass(6 * HOUR);
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
  },
);

test('a clock that is right is left alone, to the millisecond', () => {
  const one = clockRig();
  for (let count = 0; count < 50; count += 1) {
    one.pass(777);
    one.answer(undefined, (count * 37) % 900);
  }
  expect(one.clock.offsetMs()).toBe(0);
  expect(one.changes).toEqual([0]);
});

test('a slow answer counts half its way', () => {
  const one = clockRig({ offMs: -DAY });
  one.answer(undefined, 18 * SECOND);
  expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
});

test.for([
  null,
  '',
  'gestern',
  '0',
  '1767225600',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  '2026-03-02T15:00:00Z',
  'Mon, 02 Mar 2026 15:00:00',
  'Mon, 31 Feb 2026 15:00:00 GMT',
  'Mon, 02 Mra 2026 15:00:00 GMT',
  'Mon, 32 Mar 2026 15:00:00 GMT',
  'Mon, 02 Mar 2026 25:00:00 GMT',
  'Mon, 02 Mar 2026 15:00:00 GMT, Mon, 02 Mar 2026 15:00:02 GMT',
])('a header %j tells no time', (date) => {
  const one = clockRig({ offMs: -DAY });
  one.answer(date);
  expect(one.clock.offsetMs()).toBeNull();
});

test.for([-1, Number.NaN, Number.POSITIVE_INFINITY, 120 * SECOND])(
  'an answer that took %d ms tells no time',
  (roundTripMs) => {
    const { clock } = clockRig({ offMs: -DAY });
    clock.update({ date: new Date(NOON).toUTCString(), roundTripMs });
    expect(clock.offsetMs()).toBeNull();
  },
);

test('one answer out of an old cache changes nothing; two in a row are believed', () => {
  const one = clockRig();
  one.answer();
  const stale = new Date(Date.parse(NOON) - 5 * HOUR).toUTCString();
  one.answer(stale);
  expect(one.clock.offsetMs()).toBe(0);
  one.pass(MINUTE);
  one.answer();
  one.answer(stale);
  expect(one.clock.offsetMs()).toBe(0);
  one.answer(stale);
  expect(Math.abs(one.errorMs() + 5 * HOUR + MINUTE)).toBeLessThanOrEqual(2 * SECOND);
});

describe('the clock of the computer is set while the app runs', () => {
  test.for([3 * DAY, -3 * DAY, 90 * MINUTE, -90 * MINUTE, 73 * 365 * DAY, -30 * 365 * DAY])(
    'by %i ms: the time stays the platform’s, before any answer',
    (jumpMs) => {
      const one = clockRig({ offMs: -5 * MINUTE });
      one.answer();
      one.pass(MINUTE);
      one.jump(jumpMs);
      expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
      expect(one.clock.isProven()).toBe(false);
      one.pass(MINUTE);
      one.answer();
      expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
      expect(one.clock.isProven()).toBe(true);
    },
  );

  test('what is set in small steps, as time servers do, is followed by the answers', () => {
    const one = clockRig({ offMs: -10 * MINUTE });
    one.answer();
    for (let count = 0; count < 600; count += 1) {
      one.pass(10 * SECOND);
      one.jump(SECOND);
      one.clock.now();
      if (count % 5 === 0) one.answer();
    }
    one.answer();
    one.answer();
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(2 * SECOND);
  });
});

describe('sleep', () => {
  test('is no jump, when the system tells of it', () => {
    const one = clockRig({ offMs: -DAY });
    one.answer();
    one.clock.asleep();
    one.sleep(9 * HOUR);
    // A timer that rings before the system has told.
    one.clock.now();
    one.clock.awake();
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
  });

  test('untold of, it is put right by the first answer', () => {
    const one = clockRig();
    one.answer();
    one.sleep(9 * HOUR);
    expect(one.clock.isProven()).toBe(true);
    one.clock.now();
    expect(one.clock.isProven()).toBe(false);
    one.answer();
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
  });

  test('a clock that was set back meanwhile does not take the time back', () => {
    const one = clockRig();
    one.answer();
    one.clock.asleep();
    one.sleep(MINUTE);
    one.jump(-DAY);
    one.clock.awake();
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(MINUTE + SECOND);
  });

  test('an answer that came between waking and the word of it counts more', () => {
    const one = clockRig();
    one.answer();
    one.clock.asleep();
    one.sleep(HOUR);
    one.answer();
    one.clock.awake();
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
  });
});

describe('after a restart', () => {
  test('the last offset counts until an answer comes', () => {
    const one = clockRig({ offMs: -3 * DAY });
    one.clock.recall({ offsetMs: 3 * DAY, at: shiftIso(NOON, -HOUR) });
    expect(one.errorMs()).toBe(0);
    expect(one.clock.isProven()).toBe(false);
    one.answer();
    expect(one.clock.isProven()).toBe(true);
  });

  test('a clock that was set right meanwhile is believed', () => {
    const one = clockRig();
    one.clock.recall({ offsetMs: -3 * DAY, at: shiftIso(NOON, -HOUR) });
    expect(one.errorMs()).toBe(0);
  });

  test('a computer that lost its time starts where the last run ended', () => {
    const one = clockRig({ offMs: -20 * 365 * DAY });
    one.clock.recall({ offsetMs: 0, at: shiftIso(NOON, -HOUR) });
    expect(one.clock.now()).toBe(shiftIso(NOON, -HOUR));
  });

  test.each([Number.NaN, 1e300, -1e300, Number.POSITIVE_INFINITY, 8.64e15, 80 * 365 * DAY])(
    'an offset of %f, with which there would be no time, is passed over',
    (offsetMs) => {
      const one = clockRig();
      one.clock.recall({ offsetMs, at: shiftIso(NOON, -HOUR) });
      expect(one.clock.now()).toBe(NOON);
    },
  );

  test('a memory that is none is passed over, and one that comes after an answer too', () => {
    const one = clockRig({ offMs: -DAY });
    one.clock.recall({ offsetMs: Number.NaN, at: NOON });
    one.clock.recall({ offsetMs: 5, at: 'ayer' });
    one.clock.recall({ offsetMs: 5, at: '9999-12-31T23:59:59.999Z' });
    one.clock.recall({ offsetMs: 5, at: '+275760-09-13T00:00:00.000Z' });
    expect(one.clock.offsetMs()).toBeNull();
    one.answer();
    one.clock.recall({ offsetMs: 0, at: shiftIso(NOON, -2 * DAY) });
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
  });
});
