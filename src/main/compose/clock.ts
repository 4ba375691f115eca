import { createClockWatch, type ClockWatch } from '../core/sync/clock-watch.ts';
import { createPlatformClock, type PlatformClock } from '../core/sync/platform-clock.ts';
import { timing } from '../timing.ts';

export type AppClock = Omit<PlatformClock, 'recall'> & {
  /** Takes over what the last run knew, and tells and keeps from now on what is known. */
  readonly start: (deps: Pick<Parameters<typeof createClockWatch>[0], 'notes' | 'health'>) => void;
  /** Call it every few seconds. */
  readonly look: () => void;
};

/** The clock of the whole app: the platform's time, on a computer whose own may be wrong. */
export function composeClock(): AppClock {
  let watch: ClockWatch | null = null;
  const look = (): void => watch?.look();
  // Later: who asks for the time may be in the middle of something.
  const clock = createPlatformClock({ ...timing, onChange: () => void setImmediate(look) });
  return {
    ...clock,
    start: (deps) => {
      watch = createClockWatch({ ...timing, ...deps, clock });
      watch.start();
    },
    look,
  };
}
