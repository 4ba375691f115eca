import { shiftIso } from '../../../shared/time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The platform can be asked for an order for this long. Source: docs/partner-api.md, "Order list". */
const KEEP_MS = 60 * DAY_MS;
/** No order is older than the platform, and none is further in the future than clocks differ: such a time is invalid. */
export const EARLIEST_TIME = '2015-01-01T00:00:00.000Z';
const AHEAD_MS = 2 * DAY_MS;

/** Returns the only limit, in platform time, before which orders are not stored: ISO UTC. */
export function forgottenBefore(now: string): string {
  return shiftIso(now, -KEEP_MS);
}

/** Returns the time, ISO UTC, from which a time of the platform is invalid. `before`: see `forgottenBefore`. */
export function latestTime(before: string): string {
  return shiftIso(before, KEEP_MS + AHEAD_MS);
}
