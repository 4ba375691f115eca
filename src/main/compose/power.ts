import type { Polling } from '../core/sync/types.ts';
import type { Presenter } from '../shell/presenter.ts';
import { createPower } from '../shell/power.ts';
import type { AppClock } from './clock.ts';

/** What sleep, waking, another network and the passing of time mean to the rest of the app. */
export function composePower(deps: {
  readonly clock: Pick<AppClock, 'asleep' | 'awake' | 'look'>;
  readonly presenter: Pick<Presenter, 'awake'>;
  readonly polling: Pick<Polling, 'asleep' | 'awake' | 'wake' | 'tick'>;
  readonly publicRoad: { readonly wake: () => void; readonly minute: () => void };
  readonly soundWatch: { readonly look: () => Promise<unknown> };
  readonly upkeep: { readonly minute: () => void };
  /** Looks again for a keychain that could not be read. */
  readonly recheck: () => Promise<void>;
}) {
  const { clock, presenter, polling, publicRoad } = deps;
  return createPower({
    onSuspend: () => {
      clock.asleep();
      polling.asleep();
    },
    onResume: () => {
      // First: the others ask it how long it was.
      clock.awake();
      presenter.awake();
      polling.awake();
      publicRoad.wake();
    },
    onNetwork: () => {
      polling.wake();
      publicRoad.wake();
    },
    onTick: () => {
      clock.look();
      polling.tick();
      void deps.recheck();
    },
    onMinute: () => {
      publicRoad.minute();
      void deps.soundWatch.look();
      deps.upkeep.minute();
    },
  });
}
