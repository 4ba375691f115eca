import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves to the first marked field each time the form marks problems, so that people who cannot see the mark learn of
 * it. Use the returned ref for the form. `marks`: how often problems were marked; 0 before the first time.
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
