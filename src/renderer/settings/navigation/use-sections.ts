import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** Where a section starts, in pixels from the top of the scrolled content. */
type SectionPlace = { readonly id: string; readonly top: number };

type Scrolled = Readonly<Pick<HTMLElement, 'scrollTop' | 'clientHeight' | 'scrollHeight'>>;

/** A section this close to the upper edge counts as the current one. */
const NEAR = 80;

/** Scrolls to a section, and returns which one is current. Use `area` as the ref of the scrolled element. */
export function useSections(): {
  readonly area: RefObject<HTMLDivElement | null>;
  readonly current: string | null;
  readonly choose: (id: string) => void;
} {
  const area = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [wanted, setWanted] = useState<{ readonly id: string } | null>(null);
  /** A chosen section stays the current one until the next scroll, even if it cannot reach the top. */
  const held = useRef<{ readonly id: string; readonly scrollTop: number } | null>(null);

  const look = useCallback(() => {
    const scrolled = area.current;
    if (scrolled === null) return;
    const places = placesIn(scrolled);
    const isInSight = places.some(({ id }) => id === held.current?.id);
    if (isInSight && held.current?.scrollTop === scrolled.scrollTop) return;
    held.current = null;
    setCurrent(currentSection(places, scrolled));
  }, []);

  useEffect(() => {
    const scrolled = area.current;
    if (scrolled === null) return undefined;
    look();
    scrolled.addEventListener('scroll', look, { passive: true });
    // A search hides sections without a scroll event.
    const observer = new ResizeObserver(look);
    for (const child of scrolled.children) observer.observe(child);
    return () => {
      scrolled.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [look]);

  useEffect(() => {
    if (wanted === null || area.current === null) return;
    const heading = area.current.querySelector<HTMLElement>(`[data-section="${wanted.id}"] h2`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
    held.current = { id: wanted.id, scrollTop: area.current.scrollTop };
    setCurrent(wanted.id);
  }, [wanted]);

  const choose = useCallback((id: string) => setWanted({ id }), []);
  return { area, current, choose };
}

function placesIn(area: HTMLElement): readonly SectionPlace[] {
  const origin = area.getBoundingClientRect().top - area.scrollTop;
  return [...area.querySelectorAll<HTMLElement>('[data-section]:not([hidden])')].map((section) => ({
    id: section.dataset['section'] ?? '',
    top: section.getBoundingClientRect().top - origin,
  }));
}

/**
 * Returns the current section: the last one that starts above a line near the upper edge. On the last screenful the
 * line moves down to the lower edge; otherwise the last sections could never be current. Returns null without sections.
 */
export function currentSection(
  sections: readonly SectionPlace[],
  { scrollTop, clientHeight, scrollHeight }: Scrolled,
): string | null {
  const range = Math.max(0, scrollHeight - clientHeight);
  const lastPart = Math.min(range, clientHeight);
  const left = Math.max(0, range - scrollTop);
  const sunk = lastPart === 0 ? 0 : clientHeight * Math.max(0, 1 - left / lastPart);
  const line = scrollTop + NEAR + sunk;
  return (sections.findLast(({ top }) => top <= line) ?? sections[0])?.id ?? null;
}
