import type { MuteState } from '../../../shared/orders/alert.ts';
import { msBetween, shiftIso, type Now } from '../../../shared/time.ts';
import type { Ringer } from './ringer.ts';

const MINUTE_MS = 60_000;
/** Longest time between two checks: after a sleep the end may come earlier than a timer expects. */
const LOOK_EVERY_MS = 10_000;
/** Two clocks never agree to the millisecond; smaller differences are ignored. */
const SAME_TIME_MS = 1_000;

export type Mute = {
  /** Mutes for so many minutes; 0 ends the mute. */
  readonly set: (minutes: number) => MuteState;
  readonly state: () => MuteState;
  /** Checks again; call it after a sleep, when the mute may have ended while nothing ran. */
  readonly look: () => void;
  readonly stop: () => void;
};

/**
 * Returns the mute that people set and see. It ends by itself, and both its start and its end are published. The ringer
 * decides what it silences.
 */
export function createMute(deps: {
  readonly ringer: Pick<Ringer, 'mute' | 'mutedForMs' | 'update'>;
  readonly now: Now;
  /** Runs the function after so many milliseconds; returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly onChanged: (state: MuteState) => void;
}): Mute {
  const { ringer } = deps;
  let asked = deps.now();
  let cancel: (() => void) | null = null;

  const state = (): MuteState => {
    const leftMs = ringer.mutedForMs();
    if (leftMs === 0) return { until: null };
    const soonest = shiftIso(deps.now(), leftMs);
    return { until: Math.abs(msBetween(soonest, asked)) <= SAME_TIME_MS ? asked : soonest };
  };

  /** Returns whether the mute still lasts. */
  const watch = (): boolean => {
    cancel?.();
    const leftMs = ringer.mutedForMs();
    cancel = leftMs === 0 ? null : deps.schedule(look, Math.min(Math.ceil(leftMs), LOOK_EVERY_MS));
    return leftMs > 0;
  };
  const look = (): void => {
    if (cancel === null || watch()) return;
    // The sound returns at the moment it is announced, not at the ringer's next check.
    ringer.update();
    deps.onChanged(state());
  };

  return {
    set: (minutes) => {
      ringer.mute(minutes * MINUTE_MS);
      asked = shiftIso(deps.now(), minutes * MINUTE_MS);
      watch();
      const next = state();
      deps.onChanged(next);
      return next;
    },
    state,
    look,
    stop: () => cancel?.(),
  };
}
