import { setImmediate as turn } from 'node:timers/promises';
import { type Now, shiftIso } from '../../src/shared/time.ts';
import { NOON } from './fixed-clock.ts';

/** Clocks that stand still, and timers that fire only during `pass`. */
export type FakeTime = {
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** Resolves after `ms`; rejects at once when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Moves time on. Timers that are due fire at their time, and what they start runs until it waits. */
  readonly pass: (ms: number) => Promise<void>;
  /** Sets the wall clock; the monotonic clock stays, and no timer fires. */
  readonly jump: (ms: number) => void;
  /** Lets everything that has started run until it waits. */
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
