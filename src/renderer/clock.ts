const TICK_MS = 5_000;

/** The time of day for texts like "hace 4 min"; runs only while somebody listens. */
export type Clock = {
  readonly now: () => number;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createClock(now: () => number = Date.now): Clock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  return {
    now,
    subscribe: (listener) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        for (const each of listeners) each();
      }, TICK_MS);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
  };
}
