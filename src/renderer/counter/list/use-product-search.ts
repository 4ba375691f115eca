import { useEffect, useState } from 'react';
import { useShop } from '../../shop-context.ts';
import type { CodeCheck } from '../code/code-check.ts';
import { wordsOf } from './search.ts';

/** Staff are still typing before this pause. */
const AFTER_MS = 300;
/** Shorter words are in too many products. */
const LEAST_CHARS = 3;
const NOTHING: ReadonlySet<string> = new Set();

/** A shorter number is a code, or a part of one. */
const SKU_CHARS = 6;

/** Returns true for words, and for a long number that is no order's code: a SKU or a barcode. */
export function mayBeProduct(query: string, judged: CodeCheck | null): boolean {
  return judged === null || (judged.verdict === 'none' && query.trim().length >= SKU_CHARS);
}

export type ProductSearch = {
  /** The orders that hold the product: the first ones, then all. */
  readonly ids: ReadonlySet<string>;
  /** False until every order has been looked at: only then nothing means that there is none. */
  readonly isOver: boolean;
};

/** Returns the orders that hold the product that is searched for. */
export function useProductSearch(query: string, isAsked: boolean): ProductSearch {
  const { api } = useShop();
  const words = isAsked ? wordsOf(query) : [];
  const isWorth = words.some((word) => word.length >= LEAST_CHARS);
  const asked = isWorth ? words.join(' ') : null;
  const [found, setFound] = useState<(ProductSearch & { readonly asked: string }) | null>(null);

  useEffect(() => {
    if (asked === null) return undefined;
    const wanted = new AbortController();
    const search = async (): Promise<void> => {
      const ids = new Set<string>();
      for (let after: string | null = ''; after !== null && !wanted.signal.aborted;) {
        const page: { readonly orderIds: readonly string[]; readonly next: string | null } = await api[
          'orders:search'
        ]({ words: asked.split(' '), after });
        for (const id of page.orderIds) ids.add(id);
        after = page.next;
        // The first hits at once, the others together: every time the whole list is made anew, beside the keys.
        const isNews = after === null || (ids.size > 0 && ids.size === page.orderIds.length);
        if (!wanted.signal.aborted && isNews) setFound({ asked, ids: new Set(ids), isOver: after === null });
      }
    };
    // Main has logged why it failed. Codes and names are found without it.
    const giveUp = (): void => {
      if (!wanted.signal.aborted) setFound({ asked, ids: NOTHING, isOver: true });
    };
    const timer = setTimeout(() => void search().catch(giveUp), AFTER_MS);
    return () => {
      wanted.abort();
      clearTimeout(timer);
    };
  }, [api, asked]);
  return found?.asked === asked ? found : { ids: NOTHING, isOver: asked === null };
}
