/** Where a growing pause begins and where it stops growing. */
export type BackoffLimits = { readonly baseMs: number; readonly maxMs: number };

/**
 * Returns how many milliseconds to wait before the next try. The wait doubles with each failure in a row, up to
 * `maxMs`. Half of it is fixed and half is random, so that many shops that failed together do not come back together.
 * `failures` counts from 1; `random` is a number in [0, 1).
 */
export function backoffMs(failures: number, random: number, { baseMs, maxMs }: BackoffLimits): number {
  const doublings = Math.max(0, failures - 1);
  const ceilingMs = Math.min(maxMs, baseMs * 2 ** doublings);
  return Math.round(ceilingMs / 2 + (ceilingMs / 2) * random);
}

/** Calls `run` soon after the first call, and at most once within `waitMs` however many calls come. */
export function createThrottle(deps: {
  readonly run: () => void;
  readonly waitMs: number;
  readonly schedule: (run: () => void, ms: number) => void;
}): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    deps.schedule(() => {
      isWaiting = false;
      deps.run();
    }, deps.waitMs);
  };
}

/** Runs all of these one after the other, also after one that throws. `onError` must not throw. */
export function runEach(works: readonly (() => void)[], onError: (error: unknown) => void): void {
  for (const work of works) {
    try {
      work();
    } catch (error) {
      onError(error);
    }
  }
}

/** Runs tasks one after the other. */
export type SerialQueue = {
  /** Runs a task after all earlier ones, whether they failed or not. Settles as the task does. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** Resolves when all tasks given so far have ended. */
  readonly idle: () => Promise<void>;
};

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task) => {
      const done = last.then(task);
      last = done.catch(() => undefined);
      return done;
    },
    idle: async () => void (await last),
  };
}
