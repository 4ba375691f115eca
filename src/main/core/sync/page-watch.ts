import type { IncomingOrder } from '../orders/types.ts';
import type { OrderPage } from './types.ts';

/** After so many pages without an order, or without a new one, the response is not a real list. */
const MAX_BARREN_PAGES = 5;
/** More pages than can be read within the longest time limit. */
const MAX_PAGES = 1_200;
/** A list may grow while it is read, but not this often. */
const MAX_GROWTHS = 10;

/** Notices a list that never ends: pages that repeat, or bring no orders for too long. */
export function createPageWatch() {
  const fingerprints = new Set<string>();
  const seen = new Set<string>();
  let barren = 0;
  let largest = 0;
  let total = 0;
  let growths = 0;
  let isShifted = false;
  return {
    /** Returns what is wrong with the list; null: nothing. */
    note: (page: number, orders: readonly IncomingOrder[]): string | null => {
      const ids = orders.map(({ order }) => order.id).toSorted();
      const fingerprint = ids.join('\n');
      if (fingerprints.has(fingerprint)) return `page ${String(page)} repeats an earlier one`;
      // Pages without orders are all alike, so a repeated one proves nothing.
      if (ids.length > 0) fingerprints.add(fingerprint);
      const known = ids.filter((id) => seen.has(id)).length;
      isShifted ||= known > 0;
      barren = known === ids.length ? barren + 1 : 0;
      for (const id of ids) seen.add(id);
      return barren > MAX_BARREN_PAGES ? `nothing new up to page ${String(page)}` : null;
    },
    /**
     * Without a total, the last page is the one that is empty or smaller than an earlier one: a page size in the
     * response may be wrong.
     */
    guessTotal: ({ page, guessFrom }: OrderPage): number => {
      if (guessFrom === undefined || guessFrom === 0 || guessFrom < largest) return 0;
      largest = guessFrom;
      return page + 1;
    },
    /** Returns true when the total keeps growing, or is more than can be read. */
    isEndless: ({ totalPages, guessFrom }: OrderPage): boolean => {
      if (guessFrom === undefined && totalPages > total) growths += 1;
      // What is gone from an earlier page pulled an order there that this reading has not seen.
      if (guessFrom === undefined && totalPages < total) isShifted = true;
      total = totalPages;
      return growths > MAX_GROWTHS || totalPages > MAX_PAGES;
    },
    /** Returns true when an order came twice, or the pages became fewer: entries moved between pages meanwhile. */
    isShifted: () => isShifted,
  };
}
