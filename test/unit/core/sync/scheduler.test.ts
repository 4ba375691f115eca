import { describe, expect, test } from 'vitest';
import { planWindow } from '../../../../src/main/core/sync/window.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { schedulerRig } from './scheduler-rig.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('the scheduler of polls', () => {
  test('asks nobody while there is no shop', async () => {
    const { scheduler, time, done } = schedulerRig();
    await time.pass(HOUR);
    scheduler.wake();
    await time.pass(HOUR);
    expect(done).toEqual([]);
  });

  test('asks at once, and then within every minute while only asking finds orders', async () => {
    const { scheduler, time, of } = schedulerRig();
    scheduler.follow('shop');
    await time.pass(10 * MINUTE);
    const polls = of('poll');
    expect(polls[0]?.from).toBeLessThan(10);
    expect(polls.length).toBeGreaterThanOrEqual(12);
    expect(polls.length).toBeLessThanOrEqual(14);
  });

  test('asks every five minutes while webhooks are proven to arrive, and soon when that ends', async () => {
    const rig = schedulerRig();
    rig.setTunnelAlive(true);
    rig.scheduler.follow('shop');
    await rig.time.pass(20 * MINUTE);
    expect(rig.of('poll')).toHaveLength(5);
    rig.setTunnelAlive(false);
    await rig.time.pass(MINUTE + 15 * SECOND);
    expect(rig.of('poll').length).toBeGreaterThanOrEqual(6);
  });

  test('goes on after a store that throws, and says so', async () => {
    const { scheduler, time, of, errors } = schedulerRig((call) => ({
      is: call < 3 ? 'throws' : 'ok',
      takesMs: 10,
    }));
    scheduler.follow('shop');
    await time.pass(3 * MINUTE);
    expect(errors).toHaveLength(2);
    expect(of('poll').length).toBeGreaterThanOrEqual(4);
  });

  test('who asks by hand joins the poll under way, and hears what it found', async () => {
    const { scheduler, time, of } = schedulerRig(() => ({ is: 'unauthorized', takesMs: 5 * SECOND }));
    scheduler.follow('shop');
    await time.pass(SECOND);
    const asked = [scheduler.run('refresh'), scheduler.run('refresh')];
    await time.pass(5 * SECOND);
    expect(of('poll')).toHaveLength(1);
    for (const outcome of await Promise.all(asked)) {
      expect(outcome).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
    }
  });

  test('who asks by hand hears what the store threw, and it goes on', async () => {
    const { scheduler, time, of } = schedulerRig((call) => ({
      is: call === 2 ? 'throws' : 'ok',
      takesMs: 10,
    }));
    scheduler.follow('shop');
    await time.pass(SECOND);
    const asked = Promise.allSettled([scheduler.run('refresh')]);
    await time.pass(2 * MINUTE);
    expect(await asked).toMatchObject([{ status: 'rejected', reason: { message: 'disk I/O error' } }]);
    expect(of('poll').length).toBeGreaterThanOrEqual(3);
  });

  test('asking by hand does not wait for a sweep; the slice is read again', async () => {
    const { scheduler, time, of } = schedulerRig(undefined, { sweepsDone: false });
    scheduler.follow('shop');
    await time.pass(10 * SECOND);
    expect(of('sweep')).toHaveLength(1);
    const asked = scheduler.run('refresh');
    await time.pass(SECOND);
    expect(await asked).toMatchObject({ ok: true });
    await time.pass(20 * SECOND);
    const [first, again] = of('sweep');
    expect(again?.window?.from.slice(0, 10)).toBe(first?.window?.from.slice(0, 10));
  });

  test('a hint during a poll that fails brings the next one within seconds', async () => {
    const { scheduler, time, of } = schedulerRig((call) => ({
      is: call === 1 ? 'unauthorized' : 'ok',
      takesMs: 2 * SECOND,
    }));
    scheduler.follow('shop');
    await time.pass(SECOND);
    scheduler.wake();
    await time.pass(8 * SECOND);
    expect(of('poll')).toHaveLength(2);
  });

  test('what was under way when the computer slept is done anew, and who waited hears the new answer', async () => {
    const { scheduler, time, of } = schedulerRig((call) => ({
      is: 'ok',
      takesMs: call === 1 ? HOUR : SECOND,
    }));
    scheduler.follow('shop');
    const asked = scheduler.run('refresh');
    await time.pass(10 * SECOND);
    scheduler.wakeAnew();
    await time.pass(2 * SECOND);
    expect(await asked).toMatchObject({ ok: true });
    expect(of('poll')).toHaveLength(2);
  });

  test('a poll that somebody ends is no failure, and the next one comes in its time', async () => {
    const { scheduler, time, of, errors } = schedulerRig((call) => ({
      is: 'ok',
      takesMs: call === 1 ? HOUR : SECOND,
    }));
    scheduler.follow('shop');
    const asked = scheduler.run('refresh');
    await time.pass(10 * SECOND);
    expect(scheduler.cancel()).toBe(true);
    await time.pass(SECOND);
    expect(await asked).toMatchObject({ ok: false, error: { detail: 'cancelled' } });
    await time.pass(25 * SECOND);
    expect(of('poll')).toHaveLength(1);
    await time.pass(30 * SECOND);
    expect(of('poll')).toHaveLength(2);
    expect(errors).toEqual([]);
  });

  test('a hint is heard also when the poll under way is ended by hand', async () => {
    const { scheduler, time, of } = schedulerRig((call) => ({
      is: 'ok',
      takesMs: call === 1 ? HOUR : SECOND,
    }));
    scheduler.follow('shop');
    await time.pass(SECOND);
    scheduler.wake();
    scheduler.cancel();
    await time.pass(8 * SECOND);
    expect(of('poll')).toHaveLength(2);
  });

  test('a slice of a sweep that somebody ends is not read again at once, and polls go on', async () => {
    const { scheduler, time, of } = schedulerRig(undefined, { sweepsDone: false });
    scheduler.follow('shop');
    await time.pass(10 * SECOND);
    expect(of('sweep')).toHaveLength(1);
    scheduler.cancel();
    await time.pass(4 * MINUTE);
    expect(of('sweep')).toHaveLength(1);
    expect(of('poll').length).toBeGreaterThanOrEqual(4);
    await time.pass(2 * MINUTE);
    const [first, again] = of('sweep');
    expect(again?.window?.from.slice(0, 10)).toBe(first?.window?.from.slice(0, 10));
  });

  test('with nothing under way there is nothing to end', async () => {
    const { scheduler, time } = schedulerRig();
    expect(scheduler.cancel()).toBe(false);
    scheduler.follow('shop');
    await time.pass(10 * SECOND);
    expect(scheduler.cancel()).toBe(false);
  });

  test('another shop or key is asked at once, also after a key that was refused', async () => {
    const { scheduler, time, of } = schedulerRig((call) => ({
      is: call === 1 ? 'unauthorized' : 'ok',
      takesMs: 10,
    }));
    scheduler.follow('old key');
    await time.pass(MINUTE);
    scheduler.follow('old key');
    await time.pass(MINUTE);
    expect(of('poll')).toHaveLength(1);
    scheduler.follow('new key');
    await time.pass(SECOND);
    expect(of('poll')).toHaveLength(2);
  });

  test('without a shop what is under way is given up, and nothing follows', async () => {
    const { scheduler, time, done } = schedulerRig(() => ({ is: 'ok', takesMs: HOUR }));
    scheduler.follow('shop');
    await time.pass(SECOND);
    scheduler.follow(null);
    await time.pass(2 * HOUR);
    expect(done).toHaveLength(1);
    expect(done[0]?.to).toBe(SECOND);
  });

  test('it ends at once when told to, even a poll that takes long', async () => {
    const { scheduler, time, done } = schedulerRig(() => ({ is: 'ok', takesMs: HOUR }));
    scheduler.follow('shop');
    await time.pass(SECOND);
    await scheduler.stop();
    await time.pass(HOUR);
    expect(done).toHaveLength(1);
    expect(time.timers()).toBe(0);
  });
});

describe('sweeps between polls', () => {
  test('a slice that takes for ever holds up no poll for more than a moment', async () => {
    const { scheduler, time, of } = schedulerRig(undefined, { sweepsDone: false, sweepMs: 20 * MINUTE });
    scheduler.follow('shop');
    await time.pass(20 * MINUTE);
    const starts = of('poll').map(({ from }) => from);
    const pauses = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(75 * SECOND);
    expect(of('sweep').length).toBeGreaterThan(10);
  });

  test('sixty days are read in nine slices while polls keep their minute', async () => {
    const { scheduler, time, of, noted } = schedulerRig(undefined, { sweepsDone: false });
    scheduler.follow('shop');
    await time.pass(10 * MINUTE);
    expect(of('sweep')).toHaveLength(9);
    const starts = of('poll').map(({ from }) => from);
    const pauses = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    // A slice of fourteen seconds may stand in the way.
    expect(Math.max(...pauses)).toBeLessThanOrEqual(75 * SECOND);
    expect(noted.get('last-full-sweep')).toBe(noted.get('last-week-sweep'));
  });

  test('the week is read every hour, everything once a day', async () => {
    const { scheduler, time, of } = schedulerRig();
    scheduler.follow('shop');
    await time.pass(24.5 * HOUR);
    const slices = of('sweep').length;
    // 23 weeks and one of everything, which is a week too.
    expect(slices).toBe(23 + 9);
  });

  test('after the first poll of a profile only the oldest days are swept, which its window does not reach', async () => {
    const { scheduler, time, of, noted } = schedulerRig(undefined, { sweepsDone: false, isFirst: true });
    const startedAt = time.now();
    scheduler.follow('shop');
    await time.pass(30 * MINUTE);
    const [oldest, ...more] = of('sweep').map(({ window }) => window);
    expect(more).toEqual([]);
    expect(oldest?.to.localeCompare(planWindow(startedAt, null, 48 * HOUR).from)).toBe(1);
    expect(oldest?.from.localeCompare(shiftIso(startedAt, -59.9 * 24 * HOUR))).toBe(-1);
    expect(noted.get('last-full-sweep')).toBe(shiftIso(startedAt, of('poll')[0]?.from ?? 0));
  });
});
