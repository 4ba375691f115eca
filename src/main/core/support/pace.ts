/** Urgent work pauses only after much of it. Idle work waits for other requests, for one pause at most. */
type Urgency = 'urgent' | 'usual' | 'idle';

/** Work that several callers may request and that is done once for all of them. */
export type Paced = {
  /** Does the work now if no pause is due, else as soon as the pause is over. */
  readonly ask: (urgency?: Urgency) => void;
  /** Does the work now. */
  readonly run: () => void;
  /** Ends it for good: what was requested is not done, nor what anybody requests later. */
  readonly stop: () => void;
};

type PaceDeps = {
  readonly restMs: number;
  readonly monotonicMs: () => number;
  /** Runs the function after so many milliseconds; returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
};

/** With this pause, the work takes a twentieth of the time, however large it grows. */
const REST_PER_WORK = 19;
/** The longest delay of news, even when a slow disk makes the work long. */
const LONGEST_REST_MS = 500;
/**
 * How much pause may be owed before work has to wait: two slow runs may follow each other at once, only a stream of
 * them is slowed down. Urgent work may owe three times as much, so other work cannot use up its share.
 */
const OWED_AT_MOST_MS = {
  urgent: 3 * LONGEST_REST_MS,
  usual: LONGEST_REST_MS,
  idle: LONGEST_REST_MS,
} as const satisfies Record<Urgency, number>;
/** Limits the pause owed for work that was run without waiting. */
const MOST_OWED_MS = OWED_AT_MOST_MS.urgent + LONGEST_REST_MS;

/**
 * Returns the work with a pause of `restMs` after each run, and a longer one while it takes much of the time. However
 * often it is requested, everything else goes on in between.
 */
function createPaced(deps: PaceDeps & { readonly run: () => void }): Paced {
  let endedMs = Number.NEGATIVE_INFINITY;
  /** The time at which all owed pauses are over. */
  let restedMs = Number.NEGATIVE_INFINITY;
  let isRunning = false;
  let isOver = false;
  let due: { readonly atMs: number; readonly cancel: () => void } | null = null;

  const run = (): void => {
    due?.cancel();
    due = null;
    if (isOver) return;
    const beganMs = deps.monotonicMs();
    isRunning = true;
    try {
      deps.run();
    } finally {
      isRunning = false;
      endedMs = deps.monotonicMs();
      const workMs = endedMs - beganMs;
      const restMs = Math.min(LONGEST_REST_MS, REST_PER_WORK * workMs);
      // Time spent working does not count as a pause.
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
      if (isOver) return;
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
      isOver = true;
      due?.cancel();
      due = null;
    },
  };
}

/** Returns functions that pace any number of works, each independently, and that end them all. */
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
