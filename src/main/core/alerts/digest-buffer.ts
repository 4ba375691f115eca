import type { Alert } from '../../../shared/alert.ts';
import type { OrderChange } from '../orders/types.ts';

/** Shows what is on disk. `gapMinutes`: how long nothing could be known before. `back`: alerts of an outage that is over. */
export type PublishNews = (
  changes: readonly OrderChange[],
  gapMinutes?: number,
  back?: readonly Alert[],
) => void;

export type DigestBuffer = {
  /** A run begins after this gap; null: none to speak of. `isOutage`: its end will be told together with the news. */
  readonly begin: (gapMinutes: number | null, isOutage: boolean) => void;
  /** One page's changes. */
  readonly add: (changes: readonly OrderChange[]) => void;
  /** The run is over, well or not: what it committed is shown. */
  readonly end: (back?: readonly Alert[]) => void;
};

/** News is worth more than its being told at once. */
const LONGEST_HOLD_MS = 15_000;

/**
 * After a gap or an outage a run's pages are told as one digest; otherwise each page as soon as it is on disk. A run that
 * takes too long has told its digest: what it finds from then on is told as it comes, so nothing waits a second time.
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
    if (changes.length + back.length > 0) publish(changes, minutes ?? undefined, back);
  };

  return {
    begin: (gapMinutes, isOutage) => {
      gap = gapMinutes;
      mustHold = gapMinutes !== null || isOutage;
    },
    add: (changes) => {
      if (changes.length === 0) return;
      if (!mustHold) {
        publish(changes);
        return;
      }
      held = [...held, ...changes];
      cancelTimer ??= schedule(() => flush(), LONGEST_HOLD_MS);
    },
    end: flush,
  };
}
