import { useEffect, useState } from 'react';
import type { Health } from '../../shared/health.ts';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import { createClock, type Clock } from '../clock.ts';

/** A clock that follows the platform's time as main learns it. */
export function useClock(api: MostradorApi): Clock {
  const [clock] = useState(() => createClock());
  useEffect(() => {
    const follow = ({ facts }: Health): void => clock.setOffset(facts.clockOffsetMs);
    const stop = api.on('health:changed', follow);
    // Until main tells, this computer's own time is the best there is.
    api['health:read']().then(follow, () => undefined);
    return stop;
  }, [api, clock]);
  return clock;
}
