const WINDOW_MS = 60_000;

/**
 * Slows those who try secrets. A few wrong ones in a minute may be a mistake in a portal and are answered at once; the answers
 * to those after them are held back. Only wrong ones come here, so nobody who knows the secret ever waits.
 */
export function createGuesses(deps: {
  readonly free: number;
  readonly holdMs: number;
  readonly monotonicMs: () => number;
}) {
  let sinceMs = -Infinity;
  let count = 0;
  return {
    /** Counts a wrong secret; resolves when it may be answered. */
    answerable: async (): Promise<void> => {
      const nowMs = deps.monotonicMs();
      if (nowMs - sinceMs >= WINDOW_MS) {
        sinceMs = nowMs;
        count = 0;
      }
      count += 1;
      if (count > deps.free) await new Promise((resolve) => setTimeout(resolve, deps.holdMs));
    },
  };
}
