import { useEffect, useRef, type RefObject } from 'react';

/**
 * Leads to the first marked field each time something was marked, or who cannot see the mark never learns of it. Give the
 * form the answer as its ref. `marks`: how often something was marked; 0 before the first time.
 */
export function useFirstMark(marks: number): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (marks === 0) return;
    const marked = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    marked?.focus({ preventScroll: true });
    marked?.scrollIntoView({ block: 'center' });
  }, [marks]);
  return form;
}
