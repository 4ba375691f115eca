import { backoffMs, type BackoffLimits } from '../support/backoff.ts';

/** Between two looks at a store that failed. */
const PROBE: BackoffLimits = { baseMs: 1_000, maxMs: 5_000 };
/** Tries take at most a tenth of the time, so that a store that makes people wait does not hold up their clicks. */
const REST_PER_TRY = 10;

export type CircuitBreaker = {
  /** Why nothing can be stored; null when everything is stored. */
  readonly trouble: () => unknown;
  /** True for an error that no single order is to blame for. */
  readonly isDown: (error: unknown) => boolean;
  /** What the store answers; the other answer when it cannot be read. Other errors are thrown on. */
  readonly read: <T>(ask: () => T, otherwise: () => T) => T;
  /** Writes when the store takes something and nothing waits; else does the other thing. Other errors are thrown on. */
  readonly write: <T>(work: () => T, otherwise: () => T) => T;
  /** Remembers to write this when the store takes something again; the last one of a key counts. */
  readonly later: (key: string, work: () => void) => void;
  /** Somebody met an error of the store: when it is down, what follows waits for it. */
  readonly note: (error: unknown) => void;
  readonly stop: () => void;
};

/**
 * Watches over a store that may fail. From the first failure until everything that waits is stored nothing new is written
 * past it. Every write is a try, and so is a timer.
 */
export function createCircuitBreaker(deps: {
  readonly isDown: (error: unknown) => boolean;
  /** Puts everything that waits into the store, and proves by a write that it takes something. Throws when it does not. */
  readonly recover: (trouble: unknown) => void;
  readonly onTrouble: (error: unknown) => void;
  /** Everything is stored. Must not throw. */
  readonly onStored: () => void;
  readonly monotonicMs: () => number;
  readonly random: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
}): CircuitBreaker {
  const waiting = new Map<string, () => void>();
  let trouble: unknown = null;
  let isTrying = false;
  let failures = 0;
  let restUntilMs = 0;
  let cancelTimer: (() => void) | null = null;

  const fail = (error: unknown): void => {
    trouble = error;
    deps.onTrouble(error);
    if (isTrying) return;
    const restMs = restUntilMs - deps.monotonicMs();
    const waitMs = Math.max(restMs, backoffMs(failures + 1, deps.random(), PROBE));
    cancelTimer ??= deps.schedule(probe, waitMs);
  };
  const note = (error: unknown): void => {
    if (deps.isDown(error)) fail(error);
  };

  const probe = (): void => {
    cancelTimer = null;
    if (trouble === null) return;
    failures += 1;
    tryNow();
  };

  const storeWhatWaits = (): void => {
    deps.recover(trouble);
    for (const [key, work] of waiting) {
      work();
      waiting.delete(key);
    }
  };

  /** Answers whether everything is stored. */
  const tryNow = (): boolean => {
    const beganMs = deps.monotonicMs();
    isTrying = true;
    try {
      storeWhatWaits();
    } catch (error) {
      isTrying = false;
      const endedMs = deps.monotonicMs();
      restUntilMs = endedMs + REST_PER_TRY * (endedMs - beganMs);
      fail(error);
      return false;
    }
    isTrying = false;
    trouble = null;
    failures = 0;
    cancelTimer?.();
    cancelTimer = null;
    deps.onStored();
    return true;
  };

  const isReady = (): boolean =>
    trouble === null || (!isTrying && deps.monotonicMs() >= restUntilMs && tryNow());

  return {
    trouble: () => trouble,
    isDown: deps.isDown,
    read: (ask, otherwise) => {
      try {
        return ask();
      } catch (error) {
        if (!deps.isDown(error)) throw error;
        note(error);
        return otherwise();
      }
    },
    write: (work, otherwise) => {
      if (isReady()) {
        try {
          return work();
        } catch (error) {
          if (!deps.isDown(error)) throw error;
          note(error);
        }
      }
      return otherwise();
    },
    later: (key, work) => void waiting.set(key, work),
    note,
    stop: () => cancelTimer?.(),
  };
}
