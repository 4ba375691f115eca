import { beforeEach, describe, expect, test } from 'vitest';
import { createMute } from '../../../../src/main/core/alerts/mute.ts';
import { createRinger } from '../../../../src/main/core/alerts/ringer.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../../src/shared/settings/alert-settings.ts';
import type { Alert, MuteState } from '../../../../src/shared/orders/alert.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { createFakeTime, type FakeTime } from '../../../fakes/fake-time.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const MINUTE = 60_000;
const READY = orderAlert('a', { code: '4821' });
let time: FakeTime;
let told: MuteState[];
let open: readonly Alert[];
let mute: ReturnType<typeof createMute>;
let ringer: ReturnType<typeof createRinger>;

beforeEach(() => {
  time = createFakeTime();
  told = [];
  open = [];
  ringer = createRinger({
    ...time,
    openAlerts: () => open,
    settings: () => DEFAULT_ALERT_SETTINGS,
    timeOfDay: () => ({ minuteOfDay: 0, msOfMinute: 0 }),
    onRing: () => undefined,
  });
  mute = createMute({ ...time, ringer, onChanged: (state) => told.push(state) });
});

describe('a mute', () => {
  test('is told with its end, and its end is told even when nothing waits to ring', async () => {
    const until = shiftIso(NOON, 15 * MINUTE);
    expect(mute.set(15)).toEqual({ until });
    await time.pass(15 * MINUTE - 1);
    expect(mute.state()).toEqual({ until });
    await time.pass(1);
    expect(told).toEqual([{ until }, { until: null }]);
    expect(time.timers()).toBe(0);
  });

  test('is ended by hand, and nothing is told a second time', async () => {
    mute.set(30);
    expect(mute.set(0)).toEqual({ until: null });
    await time.pass(60 * MINUTE);
    expect(told.at(-1)).toEqual({ until: null });
    expect(told).toHaveLength(2);
  });

  test('does not outlast a sleep during which the timers stood still', async () => {
    mute.set(15);
    time.jump(14 * MINUTE);
    expect(mute.state()).toEqual({ until: shiftIso(NOON, 15 * MINUTE) });
    time.jump(5 * MINUTE);
    expect(mute.state()).toEqual({ until: null });
    await time.pass(10_000);
    expect(told.at(-1)).toEqual({ until: null });
  });

  test('that ended during a sleep is said to have ended when the sound is back, and not before', async () => {
    open = [READY];
    mute.set(15);
    time.jump(20 * MINUTE);
    expect(ringer.ring()).toBeNull();
    await time.pass(10_000);
    expect(told.at(-1)).toEqual({ until: null });
    expect(ringer.ring()).not.toBeNull();
  });

  test('is looked at when the computer wakes up: one that ended is over at once, one that goes on goes on', () => {
    open = [READY];
    mute.set(15);
    time.jump(14 * MINUTE);
    mute.look();
    expect(ringer.ring()).toBeNull();
    expect(told).toHaveLength(1);
    time.jump(2 * MINUTE);
    mute.look();
    expect(ringer.ring()).not.toBeNull();
    expect(told.slice(1)).toEqual([{ until: null }]);
    mute.look();
    expect(told).toHaveLength(2);
  });

  test('does not grow when the clock is set back, and says the end that is true now', async () => {
    mute.set(15);
    time.jump(-60 * MINUTE);
    expect(mute.state()).toEqual({ until: shiftIso(NOON, -45 * MINUTE) });
    await time.pass(15 * MINUTE);
    expect(mute.state()).toEqual({ until: null });
  });
});

describe('the end of a mute', () => {
  test('is said as it was asked for, though two clocks never agree to the millisecond', async () => {
    const end = shiftIso(time.now(), 15 * MINUTE);
    mute.set(15);
    time.jump(-1_000);
    expect(mute.state()).toEqual({ until: end });
    time.jump(-1);
    expect(mute.state()).not.toEqual({ until: end });
    await time.settle();
  });

  test('comes to nobody once the app ends, and a mute that never was has no timer to stop', async () => {
    mute.stop();
    mute.set(15);
    const before = told.length;
    mute.stop();
    ringer.stop();
    expect(time.timers()).toBe(0);
    await time.pass(20 * MINUTE);
    expect(told).toHaveLength(before);
  });
});
