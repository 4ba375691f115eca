/** What is urgent rests only when much of it came before; what is idle waits for others to ask, for one rest at most. */
type Urgency = 'urgent' | 'usual' | 'idle';

/** Work that many may ask for and that is done for all of them at once. */
export type Paced = {
  /** Does it now after a rest, else as soon as the rest is over. */
  readonly ask: (urgency?: Urgency) => void;
  /** Does it now. */
  readonly run: () => void;
  /** What was asked for is not done any more. */
  readonly stop: () => void;
};

type PaceDeps = {
  readonly restMs: number;
  readonly monotonicMs: () => number;
  /** Runs the function after so many milliseconds; returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
};

/** Work that grows with what there is takes a twentieth of the time. */
const REST_PER_WORK = 19;
/** Also when a slow disk makes it take long, nobody waits longer for news. */
const LONGEST_REST_MS = 500;
/**
 * So much rest may be owed before anybody waits for it: two slow works follow each other at once, only a flow of them is
 * held back. What is urgent has as much again and more for itself, so no flow of the rest can use it up.
 */
const OWED_AT_MOST_MS = {
  urgent: 3 * LONGEST_REST_MS,
  usual: LONGEST_REST_MS,
  idle: LONGEST_REST_MS,
} as const satisfies Record<Urgency, number>;
/** What was done unasked is not paid for without end. */
const MOST_OWED_MS = OWED_AT_MOST_MS.urgent + LONGEST_REST_MS;

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
      const restMs = Math.min(LONGEST_REST_MS, REST_PER_WORK * workMs);
      // Nobody rests while it works.
      restedMs = Math.min(Math.max(beganMs, restedMs) + workMs + restMs, endedMs + MOST_OWED_MS);
    }
  };

  const dueAt = (urgency: Urgency, nowMs: number): number => {
    if (isRunning) return nowMs + deps.restMs;
    const soonestMs = urgency === 'idle' ? nowMs + deps.restMs : nowMs;
    const restMs = urgency === 'urgent' ? 0 : deps.restMs;
    const restedEnoughMs = Math.min(restedMs - OWED_AT_MOST_MS[urgency], endedMs + LONGEST_REST_MS);
    return Math.max(soonestMs, endedMs + restMs, restedEnoughMs);
  };

  return {
    ask: (urgency = 'usual') => {
      const nowMs = deps.monotonicMs();
      const atMs = dueAt(urgency, nowMs);
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
