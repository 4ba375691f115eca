/** Characters typed without a pause between them. */
export type Rhythm = { readonly group: string; readonly firstAtMs: number; readonly lastAtMs: number };

export const QUIET: Rhythm = {
  group: '',
  firstAtMs: Number.NEGATIVE_INFINITY,
  lastAtMs: Number.NEGATIVE_INFINITY,
};

/** Keys closer together than this belong together. A letter waits this long before it counts as a command. */
export const BURST_MS = 100;
/** When a timer fires this late, the page was busy, and a pressed key may not have arrived yet. */
export const LATE_MS = 30;
/** After this pause behind a whole code the next character begins another one. */
export const NEXT_CODE_MS = 800;
/** Shorter than the time anybody needs to aim a scanner again. */
const PAUSE_MS = 150;
/**
 * The longest average gap between a scanner's characters. A fast typist can press two keys at once and roll three
 * nearly as fast as a scanner, but not four. An average, because a busy computer may report one key late.
 */
const SCANNER_GAP_MS = { three: 35, more: 50 } as const;

/** Returns the rhythm after one more character. `atMs` may come from any clock that never goes back. */
export function nextRhythm(before: Rhythm, char: string, atMs: number): Rhythm {
  return atMs - before.lastAtMs < PAUSE_MS
    ? { ...before, group: before.group + char, lastAtMs: atMs }
    : { group: char, firstAtMs: atMs, lastAtMs: atMs };
}

/** Returns the same for a character behind one that was held back: a busy computer makes their times meaningless. */
export function heldRhythm(before: Rhythm, char: string, atMs: number): Rhythm {
  const next = nextRhythm(before, char, atMs);
  return next.group === char ? { ...next, group: before.group + char } : next;
}

/** Returns what a scanner has sent so far, or null for typing. Earlier text in the box is not part of a scan. */
export function scannedText({ group, firstAtMs, lastAtMs }: Rhythm): string | null {
  const gaps = group.length - 1;
  if (gaps < 2) return null;
  const averageMs = (lastAtMs - firstAtMs) / gaps;
  return averageMs <= SCANNER_GAP_MS[gaps === 2 ? 'three' : 'more'] ? group : null;
}

/** Returns true when a character pressed at this time goes on with the code before it: nobody begins the next one so soon. */
export function goesOn({ lastAtMs }: Rhythm, atMs: number): boolean {
  return atMs - lastAtMs < NEXT_CODE_MS;
}

/** Returns true when a key at this time belongs to the previous characters. */
export function isInBurst({ lastAtMs }: Rhythm, atMs: number): boolean {
  return atMs - lastAtMs <= BURST_MS;
}
