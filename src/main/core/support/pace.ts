/** Work that many may ask for and that is done for all of them at once. */
export type Paced = {
  /** Does it now after a rest, else as soon as the rest is over. */
  readonly ask: () => void;
  /** Does it now. */
  readonly run: () => void;
  /** What was asked for is not done any more. */
  readonly stop: () => void;
};

type PaceDeps = {
  readonly restMs: number;
  readonly monotonicMs: () => number;
  /** Runs the function after so many milliseconds; answers how to cancel. */
  readonly schedule: (run: () => void, ms: number) => () => void;
};

/** Work that grows with what there is takes a twentieth of the time. */
const REST_PER_WORK = 19;
/** Also when a slow disk makes it take long, nobody waits longer for news. */
const LONGEST_REST_MS = 500;

/**
 * Returns the work with a rest of `restMs` after each time, and of longer where it takes long: however many ask for it,
 * everything else goes on in between.
 */
function createPaced(deps: PaceDeps & { readonly run: () => void }): Paced {
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let isRunning = false;
  let cancel: (() => void) | null = null;

  const run = (): void => {
    cancel?.();
    cancel = null;
    const beganMs = deps.monotonicMs();
    isRunning = true;
    try {
      deps.run();
    } finally {
      isRunning = false;
      const endedMs = deps.monotonicMs();
      const restMs = Math.min(LONGEST_REST_MS, REST_PER_WORK * (endedMs - beganMs));
      restUntilMs = endedMs + Math.max(deps.restMs, restMs);
    }
  };

  return {
    ask: () => {
      if (cancel !== null) return;
      const waitMs = isRunning ? deps.restMs : restUntilMs - deps.monotonicMs();
      if (waitMs > 0) cancel = deps.schedule(run, waitMs);
      else run();
    },
    run,
    stop: () => {
      cancel?.();
      cancel = null;
    },
  };
}

/** Returns how to pace any number of works, each by itself, and how to end them all. */
export function createPaces(deps: PaceDeps): {
  readonly paced: (run: () => void) => Paced;
  readonly stop: () => void;
} {
  const all: Paced[] = [];
  return {
    paced: (run) => {
      const made = createPaced({ ...deps, run });
      all.push(made);
      return made;
    },
    stop: () => all.forEach(({ stop }) => stop()),
  };
}
