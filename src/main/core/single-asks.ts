import { shiftIso } from '../../shared/time.ts';
import type { PublishNews } from './held-news.ts';
import type { Now, PartnerOrders, ReceiveOrder, SyncNotes } from './ports.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** Orders older than this cannot be read. Source: docs/partner-api.md, "One order". */
const OLDEST_MS = 60 * DAY_MS - HOUR_MS;

/**
 * Builds the question for one order that says READY for over a day, though its rider must have come: the list may no
 * longer show it. Each is asked for once a day at most, found or not. Rejects with what the store threw, or when aborted.
 */
export function createSingleAsks(deps: {
  readonly partner: Pick<PartnerOrders, 'getOrder'>;
  readonly receive: ReceiveOrder;
  readonly notes: Pick<SyncNotes, 'staleReady' | 'markAsked'>;
  readonly now: Now;
  /** Must not throw. */
  readonly publish: PublishNews;
}): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    const at = deps.now();
    const [orderId] = deps.notes.staleReady({
      from: shiftIso(at, -OLDEST_MS),
      to: shiftIso(at, -DAY_MS),
      askedBefore: shiftIso(at, -DAY_MS),
      limit: 1,
    });
    if (orderId === undefined) return;
    const answer = await deps.partner.getOrder(orderId, signal);
    // No answer is no reason to wait a day; the next poll tells people about it.
    if (!answer.ok && answer.error.code !== 'not-found') return;
    if (answer.ok) {
      const outcomes = deps.receive([answer.value], 'catch-up');
      deps.publish(outcomes.flatMap((one) => (one.kind === 'changed' ? [one.change] : [])));
    }
    deps.notes.markAsked(orderId, at);
  };
}
