import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { currentSection, type SectionPlace } from './current-section.ts';

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
