import { useEffect, useState } from 'react';
import type { Health } from '../../shared/health.ts';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import { createClock, type Clock } from '../clock.ts';

/** The card gets no health updates and may stay open for long, so the offset is read again at this interval. */
const REREAD_MS = 30_000;

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
