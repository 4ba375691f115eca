import type { Log } from '../../log.ts';

const BEAT_MS = 2_500;
/** A beat that comes later than this means that this process itself was suspended and could receive no response. */
const LATE_MS = 2 * BEAT_MS;

/**
 * When a silent page counts as hung. `givenMs`: after it has used this much processor time without a response. `beats`:
 * after so many beats when it got little processor time, which on a busy computer is not its fault. `blindBeats`: after so
 * many beats when its processor time is unknown.
 */
type Patience = { readonly givenMs: number; readonly beats: number; readonly blindBeats: number };
const SHOWN: Patience = { givenMs: 5_000, beats: 12, blindBeats: 5 };
const LOADING: Patience = { givenMs: 12_000, beats: 24, blindBeats: 12 };

/** The part of a BrowserWindow that is needed. */
export type PulseWindow = {
  readonly isDestroyed: () => boolean;
  readonly once: (event: 'closed', listener: () => void) => unknown;
  readonly webContents: {
    /** Resolves on the page's own thread, and only after it has loaded. */
    readonly executeJavaScript: (code: string) => Promise<unknown>;
    readonly forcefullyCrashRenderer: () => void;
    readonly on: {
      (event: 'did-start-loading', listener: () => void): unknown;
      (event: 'did-finish-load', listener: () => void): unknown;
    };
  };
};

/**
 * Checks a page regularly while its window exists, and crashes it when it hangs, which emits `render-process-gone`; again
 * when it was loaded anew.
 * Chromium itself notices a hung page only when somebody clicks on it. A page that is merely slow is left alone, because
 * somebody may be about to press a button there. `usedMs`: returns the processor time of the page's process so far.
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
  /** It was ended for hanging, and is not loaded again yet. */
  let isEnded = false;
  let lastBeatMs = performance.now();
  /** The processor time when the pending check was sent; undefined: none is pending. */
  let usedBefore: number | null | undefined;

  const ask = (): void => {
    missed = 0;
    usedBefore = usedMs();
    const answered = (): void => {
      usedBefore = undefined;
    };
    // Rejects when the page ends; its owner then makes another one.
    page.executeJavaScript('0').then(answered, answered);
  };
  const hangs = (before: number | null): boolean => {
    const used = usedMs();
    if (used === null || before === null) return missed >= patience.blindBeats;
    return used - before >= patience.givenMs || missed >= patience.beats;
  };
  page.on('did-start-loading', () => {
    patience = LOADING;
    missed = 0;
    isEnded = false;
    usedBefore = undefined;
  });
  page.on('did-finish-load', () => {
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
    if (isEnded) return;
    if (usedBefore === undefined) {
      ask();
      return;
    }
    // The response may be waiting unread.
    if (isLate) return;
    missed += 1;
    if (!hangs(usedBefore)) return;
    isEnded = true;
    log.error(`${name} does not answer; ending it`);
    page.forcefullyCrashRenderer();
  }, BEAT_MS);
  window.once('closed', () => clearInterval(timer));
}
