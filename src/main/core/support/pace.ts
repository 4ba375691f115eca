/** Work that many may ask for and that is done for all of them at once. */
export type Paced = {
  /** Does it now after a rest, else as soon as the rest is over. What is urgent rests only when much of it came before. */
  readonly ask: (urgency?: 'urgent') => void;
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
 * So much rest may be owed before anybody waits for it: a few slow works follow each other at once, only a flow of them
 * is held back. What is urgent has as much again for itself, so no flow of the rest can use it up.
 */
const OWED_AT_MOST_MS = { usual: 3 * LONGEST_REST_MS, urgent: 6 * LONGEST_REST_MS } as const;

/**
 * Returns the work with a rest of `restMs` after each time, and of longer while it takes much of the time: however many
 * ask for it, everything else goes on in between.
 */
function createPaced(deps: PaceDeps & { readonly run: () => void }): Paced {
  let endedMs = Number.NEGATIVE_INFINITY;
  /** When all the rest that is owed would be over. */
  let restedMs = Number.NEGATIVE_INFINITY;
  let isRunning = false;
  let due: { readonly atMs: number; readonly cancel: () => void } | null = null;

  const run = (): void => {
    due?.cancel();
    due = null;
    const beganMs = deps.monotonicMs();
    isRunning = true;
    try {
      deps.run();
    } finally {
      isRunning = false;
      endedMs = deps.monotonicMs();
      const workMs = endedMs - beganMs;
      // Nobody rests while it works.
      restedMs = Math.max(beganMs, restedMs) + workMs + Math.min(LONGEST_REST_MS, REST_PER_WORK * workMs);
    }
  };

  const isDueAt = (urgency: 'usual' | 'urgent', nowMs: number): number => {
    if (isRunning) return nowMs + deps.restMs;
    const restMs = urgency === 'urgent' ? 0 : deps.restMs;
    return Math.max(nowMs, endedMs + restMs, restedMs - OWED_AT_MOST_MS[urgency]);
  };

  return {
    ask: (urgency) => {
      const nowMs = deps.monotonicMs();
      const atMs = isDueAt(urgency ?? 'usual', nowMs);
      if (due !== null && due.atMs <= atMs) return;
      due?.cancel();
      due = null;
      if (atMs <= nowMs) run();
      else due = { atMs, cancel: deps.schedule(run, atMs - nowMs) };
    },
    run,
    stop: () => {
      due?.cancel();
      due = null;
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
