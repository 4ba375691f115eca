/** What to do about a window's page that ended: load it again after so many milliseconds, or let the window go. */
export type PageReload = { readonly kind: 'reload'; readonly inMs: number } | { readonly kind: 'close' };

/** The first at once: one crash is an accident, and somebody may be looking at the list. */
const WAITS_MS = [0, 1_000, 4_000, 15_000, 60_000] as const;
/** A page that lived for so long was well: its end is an accident of its own. */
const LIVED_MS = 5 * 60_000;
/** A page that does not answer may be busy with a long list; one that is silent for so long will not come back. */
export const UNRESPONSIVE_MS = 10_000;

/**
 * Decides from how often in a row the page has ended after a short life. `livedMs` is how long it lived this time.
 * Answers the new count too.
 */
export function planPageReload(
  endedBefore: number,
  livedMs: number,
): { readonly plan: PageReload; readonly ended: number } {
  const ended = livedMs >= LIVED_MS ? 0 : endedBefore;
  const inMs = WAITS_MS[ended];
  return {
    plan: inMs === undefined ? { kind: 'close' } : { kind: 'reload', inMs },
    ended: ended + 1,
  };
}

/** Somebody may wait for what this page tells. */
const LONGEST_WAIT_MS = 15_000;

export type ComeBack = {
  /** The page was made. */
  readonly born: () => void;
  /** The page ended: makes it again. */
  readonly again: (make: () => void) => void;
  /** It will be made again. */
  readonly isDue: () => boolean;
  readonly stop: () => void;
};

/** Makes a page that ended again: the first time at once, ever later while it dies young, and never gives it up. */
export function createComeBack(monotonicMs: () => number): ComeBack {
  let ended = 0;
  let bornMs = monotonicMs();
  let timer: NodeJS.Timeout | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    born: () => {
      bornMs = monotonicMs();
    },
    again: (make) => {
      stop();
      const next = planPageReload(ended, monotonicMs() - bornMs);
      ended = next.ended;
      const waitMs = next.plan.kind === 'reload' ? next.plan.inMs : LONGEST_WAIT_MS;
      timer = setTimeout(
        () => {
          timer = null;
          make();
        },
        Math.min(waitMs, LONGEST_WAIT_MS),
      );
    },
    isDue: () => timer !== null,
    stop,
  };
}
