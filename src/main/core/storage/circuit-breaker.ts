import { backoffMs, type BackoffLimits } from '../support/scheduling.ts';

/** The pause between two tries of a store that failed. */
const PROBE: BackoffLimits = { baseMs: 1_000, maxMs: 5_000 };
/** Tries use at most a tenth of the time, so that a slow store does not delay the user's clicks. */
const REST_PER_TRY = 10;

export type CircuitBreaker = {
  /** The error that stops storing; null when everything is stored. */
  readonly trouble: () => unknown;
  /** Returns true for an error of the store itself, not of a single order. */
  readonly isDown: (error: unknown) => boolean;
  /** Returns the store's result, or that of `otherwise` when the store cannot be read. Throws all other errors. */
  readonly read: <T>(ask: () => T, otherwise: () => T) => T;
  /** Writes when the store works and nothing is pending; else calls `otherwise`. Throws all other errors. */
  readonly write: <T>(work: () => T, otherwise: () => T) => T;
  /** Does this write once the store works again. Of several with the same key, only the last is done. */
  readonly later: (key: string, work: () => void) => void;
  /** Reports an error of the store. When the store is down, later writes wait until it works again. */
  readonly note: (error: unknown) => void;
  readonly stop: () => void;
};

/**
 * Guards a store that may fail. After the first failure, nothing new is written before everything pending is stored.
 * Each write tries the store again, and so does a timer.
 */
export function createCircuitBreaker(deps: {
  readonly isDown: (error: unknown) => boolean;
  /** Writes everything pending into the store; a real write proves that the store works. Throws when it does not. */
  readonly recover: (trouble: unknown) => void;
  readonly onTrouble: (error: unknown) => void;
  /** Called when everything is stored. Must not throw. */
  readonly onStored: () => void;
  readonly monotonicMs: () => number;
  readonly random: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
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
      try {
        work();
      } catch (error) {
        if (deps.isDown(error)) throw error;
        // It is at fault, not the store: nothing else waits for it.
        deps.log.error(`What waited to be stored (${key}) cannot be and is given up`, error);
      }
      waiting.delete(key);
    }
  };

  /** Returns true when everything is stored. */
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
