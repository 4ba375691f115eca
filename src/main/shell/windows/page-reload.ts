/** What to do when a window's page has ended: reload it after so many milliseconds, or close the window. */
export type PageReload = { readonly kind: 'reload'; readonly inMs: number } | { readonly kind: 'close' };

/** The first reload is immediate: one crash is an accident, and somebody may be looking at the list. */
const WAITS_MS = [0, 1_000, 4_000, 15_000, 60_000] as const;
/** A page that lived this long was healthy: its end counts as a first one. */
const LIVED_MS = 5 * 60_000;
/** An unresponsive page may be busy with a long list; after this time it counts as hung. */
export const UNRESPONSIVE_MS = 10_000;

/**
 * Returns what to do, from how often in a row the page has ended after a short life, and the new count. `livedMs`: how
 * long it lived this time.
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

/** Short, because these pages play and list alerts. */
const LONGEST_WAIT_MS = 15_000;

export type ComeBack = {
  /** Call it when the page is made. */
  readonly born: () => void;
  /** Makes the page again after it ended. */
  readonly again: (make: () => void) => void;
  /** Returns whether the page is about to be made again. */
  readonly isDue: () => boolean;
  readonly stop: () => void;
};

/** Returns what makes a page again: at once the first time, with growing pauses while it lives only briefly, forever. */
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
