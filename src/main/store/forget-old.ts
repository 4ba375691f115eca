import { msBetween, shiftIso } from '../../shared/time.ts';
import type { Now, OrderStore } from '../core/ports.ts';
import type { Log } from '../log.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** As long as the platform can be asked for an order. Source: docs/partner-api.md, "Order list". */
const KEEP_MS = 60 * DAY_MS;
/** A shop has news every few days; a clock that is further ahead of the last may be wrong, and cannot be undone. */
const TRUST_MS = 2 * DAY_MS;

/** Removes what is over 60 days old, unless the clock that says so is in doubt. Called once a day; never throws. */
export function createForgetOld({
  orders,
  now,
  log,
}: {
  readonly orders: Pick<OrderStore, 'purge' | 'newestNewsAt'>;
  readonly now: Now;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}): () => void {
  let isInDoubt = false;

  const forget = (): void => {
    const at = now();
    const newest = orders.newestNewsAt();
    const aheadMs = newest === null ? 0 : msBetween(newest, at);
    if (aheadMs > TRUST_MS) {
      if (!isInDoubt) {
        log.warn(
          `Old orders stay: it is ${at} here, ${days(aheadMs)} days after the newest news of an order`,
        );
      }
      isInDoubt = true;
      return;
    }
    isInDoubt = false;
    const gone = orders.purge(shiftIso(at, -KEEP_MS));
    if (gone > 0) log.info(`Removed ${String(gone)} orders that were over 60 days old`);
  };

  return () => {
    try {
      forget();
    } catch (error) {
      log.error('Could not remove old orders; tried again tomorrow', error);
    }
  };
}

function days(ms: number): string {
  return String(Math.floor(ms / DAY_MS));
}
