import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { timing } from '../../../src/main/timing.ts';
import { createFakeTime } from '../../fakes/fake-time.ts';

type Time = Pick<typeof timing, 'schedule' | 'sleep' | 'monotonicMs'>;

/** Two sides of one promise: the clocks and timers of the app, and those with which its parts are tested. */
const SIDES: readonly (readonly [
  string,
  () => { readonly time: Time; readonly pass: (ms: number) => Promise<void> },
])[] = [
  ['the app', () => ({ time: timing, pass: (ms) => wait(ms) })],
  [
    'the tests',
    () => {
      const time = createFakeTime();
      return { time, pass: time.pass };
    },
  ],
];

describe.each(SIDES)('time in %s', (_side, open) => {
  const scheduled = () => {
    const { time, pass } = open();
    const done: string[] = [];
    const at = (ms: number, name: string): (() => void) => time.schedule(() => void done.push(name), ms);
    /** Lets time go by until that was done. */
    const until = async (name: string): Promise<void> => {
      while (!done.includes(name)) await pass(1);
    };
    return { at, done, until, time, pass };
  };

  test('runs what is scheduled later, never at once, and once', async () => {
    const { at, done, until } = scheduled();
    at(0, 'now');
    at(5, 'soon');
    expect(done).toEqual([]);
    at(30, 'later');
    await until('later');
    expect(done).toEqual(['now', 'soon', 'later']);
  });

  test('runs what is due first before the rest, and in the order given when due at once', async () => {
    const { at, done, until } = scheduled();
    at(20, 'late');
    at(5, 'first');
    at(5, 'second');
    await until('late');
    expect(done).toEqual(['first', 'second', 'late']);
  });

  test('does not run what was cancelled, also by what ran before it at the same time', async () => {
    const { at, done, until, time } = scheduled();
    const never = at(10, 'never');
    never();
    never();
    let cancel = (): void => undefined;
    time.schedule(() => cancel(), 5);
    cancel = at(5, 'cancelled');
    at(20, 'end');
    await until('end');
    expect(done).toEqual(['end']);
  });

  test('takes no harm from cancelling what has run', async () => {
    const { at, done, until } = scheduled();
    const cancel = at(1, 'ran');
    await until('ran');
    cancel();
    expect(done).toEqual(['ran']);
  });

  test('never goes back, and stands no shorter than was asked', async () => {
    const { at, until, time } = scheduled();
    const before = time.monotonicMs();
    at(20, 'end');
    await until('end');
    // Node counts timers in whole milliseconds.
    expect(time.monotonicMs() - before).toBeGreaterThanOrEqual(19);
  });

  test('ends a sleep after its time', async () => {
    const { at, until, time, done } = scheduled();
    void time.sleep(5).then(() => done.push('woke'));
    at(20, 'end');
    await until('end');
    expect(done[0]).toBe('woke');
  });

  test('breaks off a sleep at once when it is aborted, and before it began', async () => {
    const { time } = scheduled();
    const stop = new AbortController();
    const sleeping = time.sleep(3_600_000, stop.signal);
    stop.abort();
    await expect(sleeping).rejects.toThrow();
    await expect(time.sleep(3_600_000, stop.signal)).rejects.toThrow();
  });
});
