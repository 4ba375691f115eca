import { useEffect } from 'react';
import { pageForKey, type TourPageId } from './tour-pages.ts';

/** Left and right lead from page to page, wherever the focus is. */
export function useTourKeys(page: TourPageId, show: (page: TourPageId) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      const next = pageForKey({ key: event.key, hasModifier }, page);
      if (next === null) return;
      event.preventDefault();
      show(next);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [page, show]);
}
