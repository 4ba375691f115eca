/** The usual time from one poll to the next: a longer silence is reported. */
const NO_NEWS_MS = 30_000;
/** A poll that keeps bringing pages is not silent, but what its last pages bring is late. */
const LONG_MS = 90_000;

export type Lateness = {
  /** Call it when a poll begins. */
  readonly begin: () => void;
  /** Call it when a page was read. */
  readonly progress: () => void;
  readonly end: () => void;
};

/** Notices a poll that gets no response for too long, or does not end. */
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
