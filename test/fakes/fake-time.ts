import { setImmediate as turn } from 'node:timers/promises';
import { type Now, shiftIso } from '../../src/shared/time.ts';
import { NOON } from './fixed-clock.ts';

/** Clocks that stand still, and timers that ring only while `pass` lets time go by. */
export type FakeTime = {
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** Resolves at its time; rejects at once when the signal says stop. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Timers that fall into it ring at their time, and what they began goes on until it waits. */
  readonly pass: (ms: number) => Promise<void>;
  /** The wall clock is set; the monotonic one knows nothing of it, and no timer rings. */
  readonly jump: (ms: number) => void;
  /** Lets what has begun go on until it waits. */
  readonly settle: () => Promise<void>;
  readonly timers: () => number;
};

export function createFakeTime(start: string = NOON): FakeTime {
  let wall = start;
  let ms = 0;
  let timers: readonly { readonly at: number; readonly run: () => void }[] = [];
  const settle = async (): Promise<void> => {
    await turn();
    await turn();
  };
  const moveTo = (at: number): void => {
    wall = shiftIso(wall, at - ms);
    ms = at;
  };
  const schedule: FakeTime['schedule'] = (run, waitMs) => {
    const timer = { at: ms + Math.max(waitMs, 1), run };
    timers = [...timers, timer];
    return () => {
      timers = timers.filter((one) => one !== timer);
    };
  };
  return {
    now: () => wall,
    monotonicMs: () => ms,
    schedule,
    sleep: (waitMs, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const cancel = schedule(resolve, waitMs);
        signal?.addEventListener('abort', () => {
          cancel();
          reject(new Error('aborted'));
        });
      }),
    pass: async (span) => {
      const end = ms + span;
      await settle();
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        timers = timers.filter((one) => one !== next);
        moveTo(next.at);
        next.run();
        await settle();
      }
      moveTo(end);
    },
    jump: (by) => {
      wall = shiftIso(wall, by);
    },
    settle,
    timers: () => timers.length,
  };
}
