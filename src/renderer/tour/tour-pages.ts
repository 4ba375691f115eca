export const TOUR_PAGES = ['sounds', 'colours', 'alert', 'tray', 'light'] as const;
export type TourPageId = (typeof TOUR_PAGES)[number];

/** The page before or after; null at the ends. */
export function neighbour(page: TourPageId, step: 1 | -1): TourPageId | null {
  return TOUR_PAGES[TOUR_PAGES.indexOf(page) + step] ?? null;
}

/** Where a key pressed on this page leads; null leaves it to the browser. */
export function pageForKey(
  key: { readonly key: string; readonly hasModifier: boolean },
  page: TourPageId,
): TourPageId | null {
  if (key.hasModifier) return null;
  if (key.key === 'ArrowRight') return neighbour(page, 1);
  if (key.key === 'ArrowLeft') return neighbour(page, -1);
  return null;
}
