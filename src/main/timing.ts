import { setTimeout as sleep } from 'node:timers/promises';

/** The clocks and timers that decisions are given. */
export const timing = {
  /** ISO UTC; may jump. */
  now: (): string => new Date().toISOString(),
  /** Milliseconds; never jumps, and may stand still while the computer sleeps. */
  monotonicMs: (): number => performance.now(),
  random: Math.random,
  /** Rejects when aborted. */
  sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
    sleep(ms, undefined, signal === undefined ? {} : { signal }),
  /** Answers how to cancel. */
  schedule: (run: () => void, ms: number): (() => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
} as const;
