import type { Alert } from '../../../shared/orders/alert.ts';
import type { OrderChange } from '../orders/types.ts';

/** Changes that are on disk now. */
export type CommittedNews = {
  readonly changes: readonly OrderChange[];
  /** For how long no news could arrive before. */
  readonly gapMinutes?: number | undefined;
  /** Alerts of an outage that is over. */
  readonly back?: readonly Alert[] | undefined;
};
export type PublishNews = (news: CommittedNews) => void;

export type DigestBuffer = {
  /**
   * A run begins after this gap; null: no gap worth showing. `isOutage`: the end of the outage is shown together with
   * the changes.
   */
  readonly begin: (gapMinutes: number | null, isOutage: boolean) => void;
  /** One page's changes. */
  readonly add: (changes: readonly OrderChange[]) => void;
  /** The run is over, with or without success: everything that it committed is shown. */
  readonly end: (back?: readonly Alert[]) => void;
};

/** Showing changes late is better than never showing a digest, but they may not wait longer than this. */
const LONGEST_HOLD_MS = 15_000;

/**
 * Returns the buffer between a run and the screen. After a gap or an outage, the pages of a run are shown as one
 * digest; otherwise each page as soon as it is on disk. When a run takes too long, its digest is shown early, and later
 * pages are shown as they come, so nothing waits twice.
 */
export function createDigestBuffer({
  publish,
  schedule,
}: {
  /** Must not throw. */
  readonly publish: PublishNews;
  readonly schedule: (run: () => void, ms: number) => () => void;
}): DigestBuffer {
  let gap: number | null = null;
  let mustHold = false;
  let held: readonly OrderChange[] = [];
  let cancelTimer: (() => void) | null = null;

  const flush = (back: readonly Alert[] = []): void => {
    cancelTimer?.();
    cancelTimer = null;
    const [changes, minutes] = [held, gap];
    held = [];
    gap = null;
    mustHold = false;
    if (changes.length + back.length > 0) publish({ changes, gapMinutes: minutes ?? undefined, back });
  };

  return {
    begin: (gapMinutes, isOutage) => {
      gap = gapMinutes;
      mustHold = gapMinutes !== null || isOutage;
    },
    add: (changes) => {
      if (changes.length === 0) return;
      if (!mustHold) {
        publish({ changes });
        return;
      }
      held = [...held, ...changes];
      cancelTimer ??= schedule(() => flush(), LONGEST_HOLD_MS);
    },
    end: flush,
  };
}
