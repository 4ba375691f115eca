import type { PartnerError } from '../../../shared/partner.ts';
import { backoffMs } from '../support/scheduling.ts';

/** Enough for the platform's window of one minute to pass. Source: docs/partner-api.md, "Rate limit". */
const BUSY = { tries: 5, baseMs: 4000, maxMs: 32_000 };
/** Short, because a person may be waiting. */
const BROKEN = { tries: 3, baseMs: 500, maxMs: 4000 };
const LONGEST_WAIT_MS = 2 * 60_000;

/**
 * Returns how many milliseconds to wait before requesting the same page again after so many failures in a row (from 1);
 * null: give up. Retries only errors that may pass by themselves: too many requests, a fault of the platform, no
 * connection.
 */
export function planRetry(error: PartnerError, failures: number, random: number): number | null {
  const plan = error.code === 'rate-limited' ? BUSY : BROKEN;
  const mayPass =
    error.code === 'rate-limited' ||
    error.code === 'offline' ||
    (error.status !== null && error.status >= 500);
  if (!mayPass || failures > plan.tries) return null;
  const waitMs = Math.max(error.retryAfterMs ?? 0, backoffMs(failures, random, plan));
  return waitMs > LONGEST_WAIT_MS ? null : waitMs;
}
