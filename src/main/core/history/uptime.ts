import type { Gap } from '../../../shared/orders/why.ts';
import { msBetween } from '../../../shared/time.ts';

/** A period in which the app was running. ISO UTC. */
export type Presence = { readonly from: string; readonly to: string };

export const PRESENCE_EVERY_MS = 60_000;
/** After a longer pause between two records, the app was not running or the computer slept. */
export const LONGEST_STEP_MS = 150_000;

/** Returns the period that contains `now`: the last one extended, or a new one. */
export function planPresence(last: Presence | null, now: string): Presence {
  if (last === null) return { from: now, to: now };
  const stepMs = msBetween(last.to, now);
  return stepMs >= 0 && stepMs <= LONGEST_STEP_MS ? { ...last, to: now } : { from: now, to: now };
}

/**
 * Returns the longest time within a window in which the app was not running, not cut to the window; null when there was
 * none. The time before the first period is unknown and does not count.
 */
export function longestGap(stretches: readonly Presence[], window: Gap): Gap | null {
  const sorted = stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let longest: Gap | null = null;
  let longestMs = 0;
  for (const [index, stretch] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined) break;
    const isInside = next.from > window.from && stretch.to < window.to;
    const ms = msBetween(stretch.to, next.from);
    if (!isInside || ms <= LONGEST_STEP_MS || ms <= longestMs) continue;
    longest = { from: stretch.to, to: next.from };
    longestMs = ms;
  }
  return longest;
}
