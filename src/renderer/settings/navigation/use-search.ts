import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import { createSectionFilter } from './section-filter.ts';

/** Filters the sections below `root` by these words; answers how many are in sight. */
export function useSearch(root: RefObject<HTMLElement | null>, query: string): number {
  const [filter] = useState(createSectionFilter);
  // After every drawing: a choice may have brought other fields.
  useLayoutEffect(() => {
    if (root.current !== null) filter.apply(root.current, query);
  });
  return useSyncExternalStore(filter.subscribe, filter.hits);
}
