import { useEffect, useState } from 'react';
import type { Health } from '../../shared/health.ts';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import { createClock, type Clock } from '../clock.ts';

/** The card is told of no light, and may stand for long. */
const REREAD_MS = 30_000;

/** A clock that follows the platform's time as main learns it. */
export function useClock(api: MostradorApi): Clock {
  const [clock] = useState(() => createClock());
  useEffect(() => {
    const follow = ({ facts }: Health): void => clock.setOffset(facts.clockOffsetMs);
    // Until main tells, this computer's own time is the best there is.
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
