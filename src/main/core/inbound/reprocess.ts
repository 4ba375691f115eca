import type { ReprocessOutcome } from '../../../shared/delivery.ts';
import type { OrderChange, Ingest } from '../orders/types.ts';
import type { ParsedOne } from './types.ts';

/**
 * Reads the kept body of an order's newest news once more and applies it, as a newer version of this app might read more
 * out of it. Throws what the store throws.
 */
export function createReprocess(deps: {
  /** JSON text of the newest news kept of an order; null when there is none. */
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
