/** Characters that came without a pause between them. */
export type Rhythm = { readonly group: string; readonly firstAtMs: number; readonly lastAtMs: number };

export const QUIET: Rhythm = {
  group: '',
  firstAtMs: Number.NEGATIVE_INFINITY,
  lastAtMs: Number.NEGATIVE_INFINITY,
};

/** Within this a key belongs to the one before it: a command waits for so long before it is one. */
export const BURST_MS = 100;
/** A page that comes so much too late to something has not heard yet what was pressed meanwhile. */
export const LATE_MS = 30;
/** Nobody aims a scanner again so soon. */
const PAUSE_MS = 150;
/**
 * Two keys may fall together under a quick hand, three that are rolled are nearly as fast as a scanner, four are not. On
 * average: a busy computer may hear one of them late.
 */
const SCANNER_GAP_MS = { three: 35, more: 50 } as const;

/** The rhythm after one more character. `atMs` of any clock that only goes forward. */
export function nextRhythm(before: Rhythm, char: string, atMs: number): Rhythm {
  return atMs - before.lastAtMs < PAUSE_MS
    ? { ...before, group: before.group + char, lastAtMs: atMs }
    : { group: char, firstAtMs: atMs, lastAtMs: atMs };
}

/** What a scanner has sent by now, when this is one: then nothing that stood before belongs to it. */
export function scannedText({ group, firstAtMs, lastAtMs }: Rhythm): string | null {
  const gaps = group.length - 1;
  if (gaps < 2) return null;
  const averageMs = (lastAtMs - firstAtMs) / gaps;
  return averageMs <= SCANNER_GAP_MS[gaps === 2 ? 'three' : 'more'] ? group : null;
}

/** True when a key at this time belongs to the characters before it. */
export function isInBurst({ lastAtMs }: Rhythm, atMs: number): boolean {
  return atMs - lastAtMs <= BURST_MS;
}
