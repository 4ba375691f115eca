import { planPageReload } from './page-reload.ts';

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
