import { msBetween, shiftIso } from '../../shared/time.ts';
import type { Now, OrderStore } from '../core/ports.ts';
import type { Log } from '../log.ts';
import { removeOldCopies } from './set-aside.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** As long as the platform can be asked for an order. Source: docs/partner-api.md, "Order list". */
const KEEP_MS = 60 * DAY_MS;
/** A shop has news every few days; a clock that is further ahead of the last may be wrong, and cannot be undone. */
const TRUST_MS = 2 * DAY_MS;

/**
 * Removes orders that are over 60 days old, and the copies of the orders file that hold such, unless the clock that
 * says so is in doubt. Called once a day; never throws.
 */
export function createForgetOld({
  orders,
  file,
  now,
  log,
}: {
  readonly orders: Pick<OrderStore, 'purge' | 'newestNewsAt'>;
  /** The orders file. */
  readonly file: string;
  readonly now: Now;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}): () => void {
  let isInDoubt = false;

  const isClockTrusted = (at: string): boolean => {
    const newest = orders.newestNewsAt();
    const aheadMs = newest === null ? 0 : msBetween(newest, at);
    const isTrusted = aheadMs <= TRUST_MS;
    if (!isTrusted && !isInDoubt) {
      log.warn(`Old orders stay: it is ${at} here, ${days(aheadMs)} days after the newest news of an order`);
    }
    isInDoubt = !isTrusted;
    return isTrusted;
  };
  const attempt = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      log.error(`Could not remove ${what}; tried again tomorrow`, error);
    }
  };

  return () => {
    const at = now();
    const before = shiftIso(at, -KEEP_MS);
    attempt('old orders', () => {
      if (!isClockTrusted(at)) return;
      const gone = orders.purge(before);
      if (gone > 0) log.info(`Removed ${String(gone)} orders that were over 60 days old`);
    });
    attempt('old copies of the orders file', () => {
      if (!isInDoubt) removeOldCopies(file, before);
    });
  };
}

function days(ms: number): string {
  return String(Math.floor(ms / DAY_MS));
}
