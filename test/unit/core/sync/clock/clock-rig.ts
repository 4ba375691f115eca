import { createPlatformClock } from '../../../../../src/main/core/sync/platform-clock.ts';
import { NOON } from '../../../../fakes/fixed-clock.ts';

/** A computer whose clock is `off` from the platform's, which says NOON at the start. */
export function clockRig({ offMs = 0 }: { readonly offMs?: number } = {}) {
  let platformMs = Date.parse(NOON);
  let localMs = platformMs + offMs;
  let monotonicMs = 5_000;
  const changes: (number | null)[] = [];
  const clock = createPlatformClock({
    localMs: () => localMs,
    monotonicMs: () => monotonicMs,
    onChange: () => changes.push(clock.offsetMs()),
  });
  return {
    clock,
    changes,
    pass: (ms: number): void => {
      platformMs += ms;
      localMs += ms;
      monotonicMs += ms;
    },
    /** The monotonic clock stands still meanwhile, as on Linux and macOS. */
    sleep: (ms: number): void => {
      platformMs += ms;
      localMs += ms;
    },
    jump: (ms: number): void => {
      localMs += ms;
    },
    platform: (): string => new Date(platformMs).toISOString(),
    /** How far the clock is from the platform's time. */
    errorMs: (): number => Date.parse(clock.now()) - platformMs,
    /** An answer that took `roundTripMs`, half of it on the way back. */
    answer: (date?: string | null, roundTripMs = 200): void =>
      clock.update({
        date: date === undefined ? new Date(platformMs - roundTripMs / 2).toUTCString() : date,
        roundTripMs,
      }),
  };
}
