import { shiftIso, type Now } from '../../../shared/time.ts';
import type { PublishNews } from '../alerts/digest-buffer.ts';
import type { PartnerOrders } from './types.ts';
import type { Ingest } from '../orders/types.ts';
import type { SyncNotes } from '../support/notes.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** Orders older than this cannot be read. Source: docs/partner-api.md, "One order". */
const OLDEST_MS = 60 * DAY_MS - HOUR_MS;
/** After a failed request an order waits this long; other orders go first. */
const RETRY_MS = HOUR_MS;
/** More than are requested in an hour. */
const CHOICES = 40;

/**
 * Builds the request for one order that is READY for over a day, though its rider must have come: the list may no
 * longer show it. Each order is requested once a day at most, found or not; after a failed request it waits an hour.
 * Rejects with what the store threw, or when aborted.
 */
export function createStaleOrders(deps: {
  readonly partner: Pick<PartnerOrders, 'getOrder'>;
  readonly receive: Ingest;
  readonly notes: Pick<SyncNotes, 'staleReady' | 'markAsked'>;
  readonly now: Now;
  readonly monotonicMs: () => number;
  /** Must not throw. */
  readonly publish: PublishNews;
}): (signal: AbortSignal) => Promise<void> {
  /** When the last request for each order failed, on the monotonic clock. */
  const inVain = new Map<string, number>();

  const isWaiting = (orderId: string): boolean => {
    const triedMs = inVain.get(orderId);
    if (triedMs === undefined) return false;
    if (deps.monotonicMs() - triedMs < RETRY_MS) return true;
    inVain.delete(orderId);
    return false;
  };

  return async (signal) => {
    const at = deps.now();
    const orderId = deps.notes
      .staleReady({
        from: shiftIso(at, -OLDEST_MS),
        to: shiftIso(at, -DAY_MS),
        askedBefore: shiftIso(at, -DAY_MS),
        limit: CHOICES,
      })
      .find((id) => !isWaiting(id));
    if (orderId === undefined) return;
    // Also when receiving throws.
    inVain.set(orderId, deps.monotonicMs());
    const answer = await deps.partner.getOrder(orderId, signal, 'past');
    // After a failed request it need not wait a day; the next poll reports the error.
    if (!answer.ok && answer.error.code !== 'not-found') return;
    if (answer.ok) {
      const outcomes = deps.receive([answer.value], 'catch-up');
      deps.publish({ changes: outcomes.flatMap((one) => (one.kind === 'changed' ? [one.change] : [])) });
    }
    inVain.delete(orderId);
    deps.notes.markAsked(orderId, at);
  };
}
