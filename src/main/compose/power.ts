import type { Polling } from '../core/polling.ts';
import type { Desk } from '../shell/desk.ts';
import { createPower } from '../shell/power.ts';

/** What sleep, waking, another network and the passing of time mean to the rest of the app. */
export function composePower(deps: {
  readonly desk: Pick<Desk, 'awake'>;
  readonly polling: Pick<Polling, 'asleep' | 'awake' | 'wake' | 'tick'>;
  readonly publicRoad: { readonly wake: () => void; readonly minute: () => void };
  readonly soundWatch: { readonly look: () => Promise<unknown> };
  readonly upkeep: { readonly minute: () => void };
  /** Looks again for a keychain that could not be read. */
  readonly recheck: () => Promise<void>;
}) {
  const { desk, polling, publicRoad } = deps;
  return createPower({
    onSuspend: polling.asleep,
    onResume: () => {
      desk.awake();
      polling.awake();
      publicRoad.wake();
    },
    onNetwork: () => {
      polling.wake();
      publicRoad.wake();
    },
    onTick: polling.tick,
    onMinute: () => {
      void deps.recheck();
      publicRoad.minute();
      void deps.soundWatch.look();
      deps.upkeep.minute();
    },
  });
}
