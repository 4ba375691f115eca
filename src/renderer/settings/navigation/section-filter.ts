import { fold } from '../../../shared/orders/search-words.ts';

/**
 * Hides what does not match the search words. A section whose title matches stays whole; in other sections only the
 * matching fields stay. The search reads the page itself, because sections come and go.
 */
export type SectionFilter = {
  readonly apply: (root: HTMLElement, query: string) => void;
  /** Returns the number of visible sections; valid only during a search. */
  readonly hits: () => number;
  /** Returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

export function createSectionFilter(): SectionFilter {
  const listeners = new Set<() => void>();
  let hits = 0;
  let last = '';
  return {
    apply: (root, query) => {
      const wanted = fold(query.trim());
      // No search now and none before: nothing is hidden.
      if (wanted === '' && last === '') return;
      last = wanted;
      const next = filterSections(root, wanted);
      if (next === hits) return;
      hits = next;
      for (const listener of listeners) listener();
    },
    hits: () => hits,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function filterSections(root: HTMLElement, wanted: string): number {
  const sections = [...root.querySelectorAll<HTMLElement>('[data-section]')];
  for (const section of sections) {
    const fields = [...section.querySelectorAll<HTMLElement>('[data-field]')];
    const isNamed = has(section.querySelector('h2'), wanted);
    for (const field of fields) field.hidden = !isNamed && !has(field, wanted);
    const isFound = fields.length === 0 ? has(section, wanted) : fields.some(({ hidden }) => !hidden);
    section.hidden = !isNamed && !isFound;
  }
  return sections.filter(({ hidden }) => !hidden).length;
}

function has(element: HTMLElement | null, wanted: string): boolean {
  return fold(element?.textContent ?? '').includes(wanted);
}
