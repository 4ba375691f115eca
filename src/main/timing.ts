import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';

/** The clocks and timers that decisions are given. */
export const timing = {
  /** This computer's clock, milliseconds since 1970. It may be wrong and may jump: ask `core/sync/platform-clock` for the time. */
  localMs: (): number => Date.now(),
  /** Milliseconds; never jumps, and may stand still while the computer sleeps. */
  monotonicMs: (): number => performance.now(),
  random: Math.random,
  /** Rejects when aborted. */
  sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
    sleep(ms, undefined, signal === undefined ? {} : { signal }),
  /** Lets everything else that waits have its turn. */
  breathe: (): Promise<void> => breathe(),
  /** Answers how to cancel. */
  schedule: (run: () => void, ms: number): (() => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  /** The same, for what is no reason to keep the process alive. */
  scheduleIdle: (run: () => void, ms: number): void => {
    setTimeout(run, ms).unref();
  },
} as const;
