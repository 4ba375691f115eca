export const TOUR_PAGES = ['sounds', 'colours', 'alert', 'tray', 'light'] as const;
export type TourPageId = (typeof TOUR_PAGES)[number];

/** Returns the page before or after; null at the ends. */
export function neighbour(page: TourPageId, step: 1 | -1): TourPageId | null {
  return TOUR_PAGES[TOUR_PAGES.indexOf(page) + step] ?? null;
}

/** Returns the page that a key opens; null leaves the key to the browser. */
export function pageForKey(
  key: { readonly key: string; readonly hasModifier: boolean },
  page: TourPageId,
): TourPageId | null {
  if (key.hasModifier) return null;
  if (key.key === 'ArrowRight') return neighbour(page, 1);
  if (key.key === 'ArrowLeft') return neighbour(page, -1);
  return null;
}
