import type { OrderSummary } from '../../shared/order.ts';
import type { OrderBook } from './order-book.ts';
import { rowTone } from './row-model.ts';
import { withCode } from './search.ts';

/** What the code that a rider says means for the bag. */
export type CodeCheck =
  | { readonly verdict: 'give' | 'cancelled' | 'gone' | 'not-ready'; readonly order: OrderSummary }
  /** More than one bag could be meant: codes start again after 9999. */
  | { readonly verdict: 'several'; readonly code: string; readonly count: number }
  /** Not an order of this shop, or not known yet. */
  | { readonly verdict: 'none'; readonly code: string };

/**
 * Judges what was typed or scanned, when it is the whole code of an order, or has digits that no order has anywhere
 * (`found` is 0). null: somebody is still typing, or looks for something else. Of orders with the same code the newest
 * counts, and each that waits at the counter.
 */
export function checkCode(query: string, book: OrderBook, found: number): CodeCheck | null {
  const code = query.trim();
  const same = withCode(book.values(), code);
  if (same.length === 0) return found === 0 && /\d/.test(code) ? { verdict: 'none', code } : null;
  const newest = same.reduce((one, other) => (other.at > one.at ? other : one));
  const meant = same.filter((order) => order === newest || rowTone(order) === 'ready');
  if (meant.length > 1) return { verdict: 'several', code, count: meant.length };
  return { verdict: VERDICTS[rowTone(newest)], order: newest };
}

const VERDICTS = { ready: 'give', stop: 'cancelled', done: 'gone', other: 'not-ready' } as const;
