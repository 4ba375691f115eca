import type { Log } from '../log.ts';

const BEAT_MS = 2_500;
/** A beat that comes later than this: this process itself stood still, and nobody can have been heard. */
const LATE_MS = 2 * BEAT_MS;

/**
 * When a page that does not answer is given up. `givenMs`: it had so much time of the processor and made nothing of it.
 * `beats`: it got no time and is silent all the same, which on a busy computer is not its fault. `blindBeats`: the system does
 * not say how much time it had.
 */
type Patience = { readonly givenMs: number; readonly beats: number; readonly blindBeats: number };
const SHOWN: Patience = { givenMs: 5_000, beats: 12, blindBeats: 5 };
const LOADING: Patience = { givenMs: 12_000, beats: 24, blindBeats: 12 };

/** What is needed of a BrowserWindow. */
export type PulseWindow = {
  readonly isDestroyed: () => boolean;
  readonly once: (event: 'closed', listener: () => void) => unknown;
  readonly webContents: {
    /** Answered by the page's own thread, and only once it has loaded. */
    readonly executeJavaScript: (code: string) => Promise<unknown>;
    readonly forcefullyCrashRenderer: () => void;
    readonly once: (event: 'did-finish-load', listener: () => void) => unknown;
  };
};

/**
 * Asks a page for a sign of life for as long as its window is there, and ends one that hangs: `render-process-gone` tells of
 * that. Chromium itself notices a page that hangs only when somebody clicks on it. One that is only slow is left alone: somebody
 * may be about to press a button there. `usedMs`: the processor's time that the page's process has had so far.
 */
export function watchPulse(
  window: PulseWindow,
  name: string,
  log: Pick<Log, 'error'>,
  usedMs: () => number | null = () => null,
): void {
  const page = window.webContents;
  let patience = LOADING;
  let missed = 0;
  let lastBeatMs = performance.now();
  /** What the process had used when the open question was put; undefined: none is open. */
  let usedBefore: number | null | undefined;

  const ask = (): void => {
    missed = 0;
    usedBefore = usedMs();
    const answered = (): void => {
      usedBefore = undefined;
    };
    // It also ends with the page; whoever follows that makes another one.
    page.executeJavaScript('0').then(answered, answered);
  };
  const hangs = (before: number | null): boolean => {
    const used = usedMs();
    if (used === null || before === null) return missed >= patience.blindBeats;
    return used - before >= patience.givenMs || missed >= patience.beats;
  };
  page.once('did-finish-load', () => {
    patience = SHOWN;
    missed = 0;
    if (usedBefore !== undefined) usedBefore = usedMs();
  });
  const timer = setInterval(() => {
    if (window.isDestroyed()) {
      clearInterval(timer);
      return;
    }
    const nowMs = performance.now();
    const isLate = nowMs - lastBeatMs > LATE_MS;
    lastBeatMs = nowMs;
    if (usedBefore === undefined) {
      ask();
      return;
    }
    // Its answer may lie here unread.
    if (isLate) return;
    missed += 1;
    if (!hangs(usedBefore)) return;
    clearInterval(timer);
    log.error(`${name} does not answer; ending it`);
    page.forcefullyCrashRenderer();
  }, BEAT_MS);
  window.once('closed', () => clearInterval(timer));
}
