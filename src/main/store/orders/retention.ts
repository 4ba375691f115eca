import { msBetween, type Now } from '../../../shared/time.ts';
import type { OrderStore } from '../../core/orders/types.ts';
import { forgottenBefore } from '../../core/orders/time-limits.ts';
import type { Log } from '../../log.ts';
import { removeOldCopies } from '../database/quarantine.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A shop has news every few days; this computer's clock, further ahead of the last, may be wrong, and cannot be undone. */
const TRUST_MS = 2 * DAY_MS;

/**
 * Removes orders that are over 60 days old, and the copies of the orders file that hold such, unless the clock that
 * says so is in doubt: the platform's is not, also in a shop without news. Called once a day; never throws.
 */
export function createRetention({
  orders,
  file,
  now,
  isClockProven = () => false,
  onGone = () => undefined,
  log,
}: {
  readonly orders: Pick<OrderStore, 'purge' | 'newestNewsAt'>;
  /** The orders file. */
  readonly file: string;
  readonly now: Now;
  /** The platform has told its time. */
  readonly isClockProven?: () => boolean;
  /** Orders are gone. */
  readonly onGone?: () => void;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}): () => void {
  let isInDoubt = false;

  /** Milliseconds from the newest news of an order; null: there is none that could speak for the clock. */
  const aheadOfNews = (at: string): number | null => {
    const newest = orders.newestNewsAt();
    return newest === null ? null : msBetween(newest, at);
  };
  const isClockTrusted = (at: string): boolean => {
    const aheadMs = isClockProven() ? 0 : (aheadOfNews(at) ?? 0);
    const isTrusted = aheadMs <= TRUST_MS;
    if (!isTrusted && !isInDoubt) {
      log.warn(`Old orders stay: it is ${at} here, ${days(aheadMs)} days after the newest news of an order`);
    }
    isInDoubt = !isTrusted;
    return isTrusted;
  };
  /** A copy may be all that is left of the orders: without news that can be read the clock stays in doubt. */
  const isClockSure = (at: string): boolean =>
    isClockProven() || (aheadOfNews(at) ?? Number.POSITIVE_INFINITY) <= TRUST_MS;
  const attempt = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      log.error(`Could not remove ${what}; tried again tomorrow`, error);
    }
  };

  return () => {
    const at = now();
    const before = forgottenBefore(at);
    attempt('old orders', () => {
      if (!isClockTrusted(at)) return;
      const gone = orders.purge(before);
      if (gone === 0) return;
      log.info(`Removed ${String(gone)} orders that were over 60 days old`);
      onGone();
    });
    attempt('old copies of the orders file', () => {
      if (isClockSure(at)) removeOldCopies(file, before);
    });
  };
}

function days(ms: number): string {
  return String(Math.floor(ms / DAY_MS));
}
