import { shiftIso } from '../../shared/time.ts';

const HOUR_MS = 60 * 60 * 1000;
const OVERLAP_MS = 48 * HOUR_MS;
const LONGEST_MS = 60 * 24 * HOUR_MS;
/** Shop clocks run late, also by a whole day, and what is newer than the window's end would not be found. */
const AHEAD_MS = 48 * HOUR_MS;

/** Two ISO UTC times. */
export type Window = { readonly from: string; readonly to: string };

/**
 * What to read now: at least 48 hours back, since which time the platform filters on is unknown; further if the last
 * complete run was before that; never a span of more than 60 days, which the platform refuses. The first run of a profile
 * takes all of it. `ahead`: until 48 hours from now, so that the longest window begins 58 days back; what is older is read
 * by sweeps. Source: docs/partner-api.md, "Order list".
 */
export function planWindow(now: string, lastCompleteAt: string | null, ahead: boolean): Window {
  const to = shiftIso(now, ahead ? AHEAD_MS : 0);
  const oldest = shiftIso(to, -LONGEST_MS);
  const overlap = shiftIso(now, -OVERLAP_MS);
  const wanted = lastCompleteAt === null ? oldest : shiftIso(lastCompleteAt, -OVERLAP_MS);
  // ISO times in one form sort as text.
  const from = wanted < overlap ? wanted : overlap;
  return { from: from > oldest ? from : oldest, to };
}
