import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';

/** The clocks and timers that are passed to the core. */
export const timing = {
  /**
   * This computer's clock in milliseconds since 1970. It may be wrong and may jump: for the time of the platform see
   * `core/sync/platform-clock`.
   */
  localMs: (): number => Date.now(),
  /** In milliseconds. It never jumps, but may stop while the computer sleeps. */
  monotonicMs: (): number => performance.now(),
  random: Math.random,
  /** Rejects when aborted. */
  sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
    sleep(ms, undefined, signal === undefined ? {} : { signal }),
  /** Lets other waiting tasks run first. */
  breathe: (): Promise<void> => breathe(),
  /** Runs a function after so many milliseconds. Returns a function that cancels it. */
  schedule: (run: () => void, ms: number): (() => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  /** The same, but does not keep the process alive. */
  scheduleIdle: (run: () => void, ms: number): void => {
    setTimeout(run, ms).unref();
  },
} as const;

/**
 * Runs a function after so many milliseconds, but what has arrived by then is read first: when this process stood still,
 * it is the one that is late. Returns a function that cancels it.
 */
export function startLimit(run: () => void, ms: number): () => void {
  let reading: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    reading = setImmediate(run);
  }, ms);
  return () => {
    clearTimeout(timer);
    clearImmediate(reading);
  };
}

export type Deadline = {
  /** Resolves with null when the time is over. Never resolves after it was ended. */
  readonly over: Promise<null>;
  readonly isOver: () => boolean;
  readonly end: () => void;
};

/** Starts a time limit of `ms`. */
export function startDeadline(ms: number): Deadline {
  let isOver = false;
  let end = (): void => undefined;
  const over = new Promise<null>((resolve) => {
    end = startLimit(() => {
      isOver = true;
      resolve(null);
    }, ms);
  });
  return { over, isOver: () => isOver, end };
}

/** Settles as `work` does. After `ms` it resolves with null instead, and the result of the work is ignored. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const deadline = startDeadline(ms);
  try {
    return await Promise.race([work, deadline.over]);
  } finally {
    deadline.end();
  }
}
