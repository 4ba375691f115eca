import { type Now, shiftIso } from '../../src/shared/time.ts';

export const NOON = '2026-03-02T15:00:00.000Z';

/** A clock that stands still until it is moved. */
export function createFixedClock(start: string = NOON): {
  readonly now: Now;
  readonly move: (ms: number) => void;
} {
  let current = start;
  return {
    now: () => current,
    move: (ms) => {
      current = shiftIso(current, ms);
    },
  };
}
