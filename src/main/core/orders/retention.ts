import { shiftIso } from '../../../shared/time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** As long as the platform can be asked for an order. Source: docs/partner-api.md, "Order list". */
const KEEP_MS = 60 * DAY_MS;
/** No order is older than the platform, and none comes from further ahead than clocks differ: such a time is none. */
export const EARLIEST_TIME = '2015-01-01T00:00:00.000Z';
const AHEAD_MS = 2 * DAY_MS;

/** The one boundary, in platform time, between what is kept and what is not: ISO UTC. */
export function forgottenBefore(now: string): string {
  return shiftIso(now, -KEEP_MS);
}

/** From this time on, ISO UTC, a time of the platform tells nothing. `before`: see `forgottenBefore`. */
export function latestTime(before: string): string {
  return shiftIso(before, KEEP_MS + AHEAD_MS);
}
