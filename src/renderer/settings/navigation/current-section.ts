/** Where a section begins, in pixels from the top of all that can be scrolled. */
export type SectionPlace = { readonly id: string; readonly top: number };

type Scrolled = Readonly<Pick<HTMLElement, 'scrollTop' | 'clientHeight' | 'scrollHeight'>>;

/** So near to the upper edge it is being read. */
const NEAR = 80;

/**
 * The section that is being read: the last one that begins above a line near the upper edge. On the last screenful the
 * line sinks to the lower edge, or the last sections would never reach it. null: there is none.
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
