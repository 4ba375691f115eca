import type { IncomingOrder } from '../orders/types.ts';
import type { OrderPage } from './types.ts';

/** So many pages without an order, or without one that is new in this reading, and the list is none. */
const MAX_BARREN_PAGES = 5;
/** More pages than can be read in the longest time. */
const MAX_PAGES = 1_200;
/** Orders come while pages are read, but not so many. */
const MAX_GROWTHS = 10;

/** Notices a list that is none: pages that come again, or bring nothing for too long. */
export function createPageWatch() {
  const fingerprints = new Set<string>();
  const seen = new Set<string>();
  let barren = 0;
  let largest = 0;
  let total = 0;
  let growths = 0;
  let isShifted = false;
  return {
    /** Answers what is wrong with it; null: nothing. */
    note: (page: number, orders: readonly IncomingOrder[]): string | null => {
      const ids = orders.map(({ order }) => order.id).toSorted();
      const fingerprint = ids.join('\n');
      if (fingerprints.has(fingerprint)) return `page ${String(page)} repeats an earlier one`;
      // Pages without orders are all alike and prove nothing.
      if (ids.length > 0) fingerprints.add(fingerprint);
      const known = ids.filter((id) => seen.has(id)).length;
      isShifted ||= known > 0;
      barren = known === ids.length ? barren + 1 : 0;
      for (const id of ids) seen.add(id);
      return barren > MAX_BARREN_PAGES ? `nothing new up to page ${String(page)}` : null;
    },
    /** Without a total a page is the last when it is empty, or smaller than one before: sizes that are told may be wrong. */
    guessTotal: ({ page, guessFrom }: OrderPage): number => {
      if (guessFrom === undefined || guessFrom === 0 || guessFrom < largest) return 0;
      largest = guessFrom;
      return page + 1;
    },
    /** It counts on and on, or further than can be read. */
    isEndless: ({ totalPages, guessFrom }: OrderPage): boolean => {
      if (guessFrom === undefined && totalPages > total) growths += 1;
      total = totalPages;
      return growths > MAX_GROWTHS || totalPages > MAX_PAGES;
    },
    /** An order came twice: pages moved while they were read. */
    isShifted: () => isShifted,
  };
}
