import { msBetween, msOf, shiftIso } from '../../../shared/time.ts';

const HOUR_MS = 60 * 60 * 1000;
const OVERLAP_MS = 48 * HOUR_MS;
const LONGEST_MS = 60 * 24 * HOUR_MS;
/** An hour less than sixty days, because the platform counts them on its own clock. */
export const OLDEST_MS = LONGEST_MS - HOUR_MS;
/**
 * How far from now a window may end, the best first: orders after the end are not found, but some platforms refuse an
 * end in the future, even by a second.
 */
export const WINDOW_ENDS: readonly number[] = [48 * HOUR_MS, 0, -10_000];
/** A poll reads a few pages. One that takes longer has no end, or is so late that the next poll is better. */
export const USUAL_LIMIT_MS = 3 * 60_000;
/** Sixty days of a busy shop are hundreds of pages, at one a second. */
const LONG_LIMIT_MS = 20 * 60_000;
const LONG_WINDOW_MS = 7 * 24 * HOUR_MS;

/** Two ISO UTC times. */
export type Window = { readonly from: string; readonly to: string };

/**
 * Returns the window to read now: at least 48 hours back, since which time the platform filters on is unknown; further
 * if the last complete run was before that; never a span of more than 60 days, nor anything older, which the platform
 * refuses. The first run of a profile takes all of it. `endMs`: how far from now it ends; 48 hours ahead, the longest
 * window begins 58 days back, and what is older is read by the backfill. Source: docs/partner-api.md, "Order list".
 */
export function planWindow(now: string, lastCompleteAt: string | null, endMs: number): Window {
  const to = shiftIso(now, endMs);
  const [spanned, kept] = [shiftIso(to, -LONGEST_MS), shiftIso(now, -OLDEST_MS)];
  const oldest = spanned > kept ? spanned : kept;
  const overlap = shiftIso(now, -OVERLAP_MS);
  // A note that is no time says as little as none.
  const isKnown = lastCompleteAt !== null && !Number.isNaN(msOf(lastCompleteAt));
  const wanted = isKnown ? shiftIso(lastCompleteAt, -OVERLAP_MS) : oldest;
  // ISO times in one form sort as text.
  const from = wanted < overlap ? wanted : overlap;
  return { from: from > oldest ? from : oldest, to };
}

/** Returns the time limit for reading a window, in milliseconds. */
export function windowLimitMs({ from, to }: Window): number {
  return msBetween(from, to) > LONG_WINDOW_MS ? LONG_LIMIT_MS : USUAL_LIMIT_MS;
}
