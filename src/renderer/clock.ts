const TICK_MS = 5_000;

/** The current time for texts like "hace 4 min". It ticks only while something is subscribed. */
export type Clock = {
  /** The platform's time as main last learned it: this computer's clock may be wrong. */
  readonly now: () => number;
  /** Sets the platform's time minus this computer's, in milliseconds. */
  readonly setOffset: (ms: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createClock(now: () => number = Date.now): Clock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  let offsetMs = 0;
  return {
    now: () => now() + offsetMs,
    setOffset: (ms) => {
      if (ms === offsetMs) return;
      offsetMs = ms;
      for (const each of listeners) each();
    },
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
