/** Where a growing pause begins and where it stops growing. */
export type BackoffLimits = { readonly baseMs: number; readonly maxMs: number };

/**
 * Returns how many milliseconds to wait before the next try. The wait doubles with each failure in a row, up to
 * `maxMs`. Half of it is fixed and half is random, so that many shops that failed together do not come back together.
 * `failures` counts from 1; `random` is a number in [0, 1).
 */
export function backoffMs(failures: number, random: number, { baseMs, maxMs }: BackoffLimits): number {
  const doublings = Math.max(0, failures - 1);
  const ceilingMs = Math.min(maxMs, baseMs * 2 ** doublings);
  return Math.round(ceilingMs / 2 + (ceilingMs / 2) * random);
}
