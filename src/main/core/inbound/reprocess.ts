import type { ReprocessOutcome } from '../../../shared/delivery.ts';
import type { OrderChange, Ingest } from '../orders/types.ts';
import type { ParsedOne } from './types.ts';

/**
 * Returns a function that reads the stored body of an order's newest event again and applies it, because a newer
 * version of this app may read more from it. Throws what the store throws.
 */
export function createReprocess(deps: {
  /** Returns the JSON text of the newest stored event of an order; null when there is none. */
  readonly latestBody: (orderId: string) => string | null;
  readonly parse: (body: unknown) => ParsedOne;
  readonly receive: Ingest;
  readonly publish: (changes: readonly OrderChange[]) => void;
}): (orderId: string) => ReprocessOutcome {
  return (orderId) => {
    const body = deps.latestBody(orderId);
    if (body === null) return { kind: 'not-kept' };
    const parsed = deps.parse(JSON.parse(body));
    if (parsed.kind === 'other-shop') return { kind: 'other-shop' };
    if (parsed.kind !== 'order') return { kind: 'unreadable' };
    const [outcome] = deps.receive([parsed.order], 'reprocess');
    if (outcome?.kind !== 'changed') return { kind: 'unchanged' };
    deps.publish([outcome.change]);
    return { kind: 'changed', raised: outcome.change.raised.length };
  };
}
