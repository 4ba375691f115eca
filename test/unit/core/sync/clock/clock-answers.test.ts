import { describe, expect, test } from 'vitest';
import { clockRig } from './clock-rig.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('an answer to the second', () => {
  /** Hears that the platform is so far ahead of this computer; the header counts whole seconds. */
  const update = (one: ReturnType<typeof clockRig>, aheadMs: number, roundTripMs = 0, ageMs = 0): void =>
    one.clock.update({
      date: new Date(Date.parse(one.platform()) + aheadMs).toUTCString(),
      roundTripMs,
      ...(ageMs === 0 ? {} : { ageMs }),
    });

  test('that agrees within a second leaves a proven clock as it is; one further away is a rival at first', () => {
    const one = clockRig();
    update(one, 0);
    expect(one.clock.offsetMs()).toBe(0);
    update(one, 0);
    expect(one.clock.offsetMs()).toBe(0);
    update(one, 1_000);
    expect(one.clock.offsetMs()).toBe(0);
    update(one, 1_000);
    expect(one.clock.offsetMs()).toBe(1_500);
  });

  test('a rival must be heard again, not another one', () => {
    const one = clockRig();
    update(one, 0);
    update(one, 60_000);
    update(one, -60_000);
    update(one, 120_000);
    expect(one.clock.offsetMs()).toBe(0);
    update(one, 121_000);
    expect(one.clock.offsetMs()).toBe(121_500);
  });

  test('a rival is forgotten once the clock is confirmed', () => {
    const one = clockRig();
    update(one, 0);
    update(one, 60_000);
    update(one, 0);
    update(one, 60_000);
    expect(one.clock.offsetMs()).toBe(0);
  });

  test('of a cache may differ by a second more, and of a slow way by half of it', () => {
    const cached = clockRig();
    update(cached, 0);
    update(cached, 0, 0, 1_000);
    update(cached, 0, 0, 1_000);
    expect(cached.clock.offsetMs()).toBe(0);
    const slow = clockRig();
    update(slow, 0);
    update(slow, 1_000, 4_000);
    expect(slow.clock.offsetMs()).toBe(0);
    update(slow, -10_000, 4_000);
    update(slow, -10_000, 4_000);
    expect(slow.clock.offsetMs()).toBe(-7_500);
  });

  test('that took a minute is used, one that took longer is not, nor one that took less than nothing', () => {
    const one = clockRig();
    for (const roundTripMs of [60_001, -1, Number.NaN]) update(one, 0, roundTripMs);
    expect(one.clock.isProven()).toBe(false);
    update(one, 0, 60_000);
    expect(one.clock.isProven()).toBe(true);
  });
});

describe('sleep and jumps', () => {
  test('a jump of two seconds is one, a moment less is not', () => {
    const small = clockRig();
    small.answer();
    small.jump(1_999);
    small.clock.now();
    expect(small.clock.isProven()).toBe(true);
    const large = clockRig();
    large.answer();
    large.jump(2_000);
    large.clock.now();
    expect(large.clock.isProven()).toBe(false);
  });

  test('a sleep before anything is known changes nothing', () => {
    const one = clockRig();
    one.clock.asleep();
    one.sleep(HOUR);
    one.clock.awake();
    expect(one.clock.offsetMs()).toBeNull();
    one.clock.awake();
    expect(one.changes).toEqual([]);
  });

  test('what jumped before the computer went to sleep is a jump, and after a sleep nothing is proven', () => {
    const one = clockRig();
    one.answer();
    one.jump(-HOUR);
    one.clock.asleep();
    one.sleep(2 * HOUR);
    one.clock.awake();
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
    expect(one.clock.isProven()).toBe(false);
  });

  test('waking without a word of sleep takes nothing back', () => {
    const one = clockRig();
    one.answer();
    one.jump(HOUR);
    one.clock.awake();
    expect(Math.abs(one.errorMs())).toBeLessThanOrEqual(SECOND);
  });
});
