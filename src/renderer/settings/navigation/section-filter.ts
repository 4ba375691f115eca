import { fold } from '../../fold.ts';

/**
 * Leaves in sight what the words name: a section whose title has them stays whole, of any other only the fields that
 * show them. Sections come and go and say themselves what they are about, so what they show is what is searched.
 */
export type SectionFilter = {
  readonly apply: (root: HTMLElement, query: string) => void;
  /** How many sections are in sight; only true while somebody searches. */
  readonly hits: () => number;
  /** Answers a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

export function createSectionFilter(): SectionFilter {
  const listeners = new Set<() => void>();
  let hits = 0;
  let last = '';
  return {
    apply: (root, query) => {
      const wanted = fold(query.trim());
      // Nobody searches, nobody did: nothing is hidden.
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
