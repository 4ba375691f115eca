import { useEffect, useState } from 'react';
import type { Health } from '../shared/health/health.ts';
import type { MostradorApi } from '../shared/ipc-contract.ts';

const TICK_MS = 5_000;
/** The card gets no health updates and may stay open for long, so the offset is read again at this interval. */
const REREAD_MS = 30_000;

/** The current time for texts like "hace 4 min". It ticks only while something is subscribed. */
export type Clock = {
  /** The platform's time as main last learned it: this computer's clock may be wrong. */
  readonly now: () => number;
  /** Sets the platform's time minus this computer's, in milliseconds. */
  readonly setOffset: (ms: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

function createClock(now: () => number = Date.now): Clock {
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

/** Returns a clock that follows the platform's time as main learns it. */
export function useClock(api: MostradorApi): Clock {
  const [clock] = useState(() => createClock());
  useEffect(() => {
    const follow = ({ facts }: Health): void => clock.setOffset(facts.clockOffsetMs);
    // Until main has answered, use this computer's own time.
    const read = (): void => void api['health:read']().then(follow, () => undefined);
    const stop = api.on('health:changed', follow);
    const timer = setInterval(read, REREAD_MS);
    read();
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [api, clock]);
  return clock;
}
