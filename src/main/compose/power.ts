import type { Polling } from '../core/sync/types.ts';
import type { Presenter } from '../shell/presenter.ts';
import { createPower } from '../shell/power.ts';
import type { AppClock } from './clock.ts';

/** What sleep, waking, another network and the passing of time mean to the rest of the app. */
export function composePower(deps: {
  readonly clock: Pick<AppClock, 'asleep' | 'awake' | 'look'>;
  readonly presenter: Pick<Presenter, 'awake'>;
  readonly polling: Pick<Polling, 'asleep' | 'awake' | 'wake' | 'tick'>;
  readonly publicAddress: { readonly wake: () => void; readonly minute: () => void };
  readonly soundWatch: { readonly look: () => Promise<unknown> };
  readonly upkeep: { readonly minute: () => void };
  /** Looks again for a keychain that could not be read. */
  readonly recheck: () => Promise<void>;
}) {
  const { clock, presenter, polling, publicAddress } = deps;
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
      publicAddress.wake();
    },
    onNetwork: () => {
      polling.wake();
      publicAddress.wake();
    },
    onTick: () => {
      clock.look();
      polling.tick();
      void deps.recheck();
    },
    onMinute: () => {
      publicAddress.minute();
      void deps.soundWatch.look();
      deps.upkeep.minute();
    },
  });
}
