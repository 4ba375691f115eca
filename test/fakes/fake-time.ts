import { setImmediate as turn } from 'node:timers/promises';
import { type Now, shiftIso } from '../../src/shared/time.ts';
import { NOON } from './fixed-clock.ts';

/** Clocks that stand still, and timers that ring only while `pass` lets time go by. */
export type FakeTime = {
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
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
  return {
    now: () => wall,
    monotonicMs: () => ms,
    schedule: (run, waitMs) => {
      const timer = { at: ms + Math.max(waitMs, 1), run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
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
