/** As long as a poll may be away from the next one: then somebody should know. */
const NO_NEWS_MS = 30_000;
/** A poll that brings page after page is no silence, but news at its end is late. */
const LONG_MS = 90_000;

export type Lateness = {
  /** A poll begins. */
  readonly begin: () => void;
  /** It went on by a page. */
  readonly progress: () => void;
  readonly end: () => void;
};

/** Notices a poll that gets no answer for too long, or does not end. */
export function createLateness({
  schedule,
  onLate,
}: {
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly onLate: () => void;
}): Lateness {
  let isUnderWay = false;
  let cancelSilence = (): void => undefined;
  let cancelLong = (): void => undefined;
  const end = (): void => {
    isUnderWay = false;
    cancelSilence();
    cancelLong();
  };
  const progress = (): void => {
    if (!isUnderWay) return;
    cancelSilence();
    cancelSilence = schedule(onLate, NO_NEWS_MS);
  };
  return {
    begin: () => {
      end();
      isUnderWay = true;
      progress();
      cancelLong = schedule(onLate, LONG_MS);
    },
    progress,
    end,
  };
}
