/** Where a section starts, in pixels from the top of the scrolled content. */
export type SectionPlace = { readonly id: string; readonly top: number };

type Scrolled = Readonly<Pick<HTMLElement, 'scrollTop' | 'clientHeight' | 'scrollHeight'>>;

/** A section this close to the upper edge counts as the current one. */
const NEAR = 80;

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
