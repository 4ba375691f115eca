/** Characters that came one after the other, as a scanner sends them and no hand does. */
export type Rhythm = {
  readonly group: string;
  /** Of the last of them. */
  readonly lastAt: number;
  /** Before the first of them. */
  readonly gapBeforeMs: number;
};

export const QUIET: Rhythm = { group: '', lastAt: Number.NEGATIVE_INFINITY, gapBeforeMs: 0 };

/** Within this a key belongs to the one before it: a command waits for so long before it is one. */
export const BURST_MS = 100;
/** Between two characters of a scanner. */
const SCANNER_GAP_MS = 35;
/** Nobody aims a scanner again so soon. */
const BETWEEN_SCANS_MS = 150;
/** Two keys may fall together under a quick hand. */
const SCAN_CHARS = 3;

/** The rhythm after one more character. `atMs` of any clock that only goes forward. */
export function nextRhythm(before: Rhythm, char: string, atMs: number): Rhythm {
  const gapMs = atMs - before.lastAt;
  return gapMs <= SCANNER_GAP_MS
    ? { ...before, group: before.group + char, lastAt: atMs }
    : { group: char, lastAt: atMs, gapBeforeMs: gapMs };
}

/** What a scanner has sent by now, when this is one: then nothing that stood before belongs to it. */
export function scannedText({ group, gapBeforeMs }: Rhythm): string | null {
  return group.length >= SCAN_CHARS && gapBeforeMs >= BETWEEN_SCANS_MS ? group : null;
}

/** True when a key at this time belongs to the characters before it. */
export function isInBurst({ lastAt }: Rhythm, atMs: number): boolean {
  return atMs - lastAt <= BURST_MS;
}
