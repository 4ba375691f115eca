import type { OrderSource } from '../../../shared/orders/order.ts';
import { isCancelled, type PartnerError, type RefreshOutcome } from '../../../shared/partner.ts';
import { planJob, pollInMs, type CatchUpFacts, type Job } from './schedule.ts';
import type { Now } from '../../../shared/time.ts';
import type { Backfill } from './backfill.ts';
import type { PollScheduler } from './types.ts';

/** Waits are kept short, so that a wrong estimate corrects itself and a tunnel that died is noticed. */
const LONGEST_WAIT_MS = 15_000;
/** A poll that is due waits so long for another job; then that job is interrupted and continues after it. */
const GRACE_MS = 15_000;
/** A manual refresh joins a poll that began at most this long ago. An older one may hang or have no end. */
const JOIN_MS = 10_000;

type Current = {
  /** null: the job is not a poll. */
  readonly poll: Promise<RefreshOutcome> | null;
  readonly ended: Promise<void>;
  readonly beganMs: number;
  /** A person started it. */
  readonly isAsked: boolean;
};

/** Decides when to send requests to the platform. Runs one job at a time, and always plans the next. */
export function createPollScheduler(deps: {
  /** Reads the last days. */
  readonly poll: (source: OrderSource, signal: AbortSignal) => Promise<RefreshOutcome>;
  /** Requests one order that is READY for too long, if there is one. */
  readonly single: (signal: AbortSignal) => Promise<void>;
  readonly backfill: Backfill;
  /** Called when a person waits for the poll under way. */
  readonly hurry: () => void;
  /** Returns true before the first complete poll of a profile, which reads nearly as far back as a full sweep. */
  readonly isFirst: () => boolean;
  readonly webhooksArrive: () => boolean;
  readonly now: Now;
  readonly monotonicMs: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Runs the function after so many milliseconds, never at once; returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** Called when a job threw. Must not throw. */
  readonly onError: (error: unknown) => void;
}): PollScheduler {
  const { backfill, monotonicMs } = deps;
  let target: string | null = null;
  let stopped = false;
  /** The poll under way no longer counts: the computer slept, or the shop changed. */
  let isStale = false;
  /** A hint came during a poll. That poll may have failed because of something that works again now. */
  let isHinted = false;
  /** A person cancelled the job under way. */
  let isGivenUp = false;
  let current: Current | null = null;
  /** A poll that was aborted for a manual refresh. */
  let replaced: Current | null = null;
  let stop = new AbortController();
  let cancelTimer: (() => void) | null = null;
  let polledMs: number | null = null;
  let endedMs: number | null = null;
  let singleMs: number | null = null;
  let failures = 0;
  let error: PartnerError | null = null;
  let draw = deps.random();

  const facts = (): CatchUpFacts => ({
    nowMs: monotonicMs(),
    polledMs,
    endedMs,
    singleMs,
    failures,
    error,
    webhooksArrive: deps.webhooksArrive(),
    backfillFromMs: backfill.dueMs(),
    draw,
  });
  const next = (): { readonly job: Job; readonly inMs: number } => planJob(facts());

  const isIdle = (): boolean => !stopped && target !== null && current === null;

  const arm = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    if (isIdle()) cancelTimer = deps.schedule(fire, Math.min(next().inMs, LONGEST_WAIT_MS));
    else if (current !== null && current.poll === null) {
      const { signal } = stop;
      cancelTimer = deps.schedule(
        () => {
          if (signal === stop.signal) stop.abort();
        },
        pollInMs(facts()) + GRACE_MS,
      );
    }
  };

  const fire = (): void => {
    if (!isIdle()) return;
    const { job, inMs } = next();
    if (inMs > 0) arm();
    else if (job === 'poll') {
      // `onError` was called already; the rejection is only for a manual refresh.
      beginPoll('catch-up').catch(() => undefined);
    } else {
      begin(job === 'sweep' ? sweep : single);
      arm();
    }
  };

  /**
   * The job begins after this function has returned. Returns the job and a promise that resolves when the next one may
   * begin.
   */
  const begin = <T>(task: () => Promise<T>): { readonly work: Promise<T>; readonly ended: Promise<void> } => {
    cancelTimer?.();
    cancelTimer = null;
    stop = new AbortController();
    isGivenUp = false;
    const work = Promise.resolve().then(task);
    const ended = work
      .then(
        () => undefined,
        (reason: unknown) => {
          if (!stop.signal.aborted) deps.onError(reason);
        },
      )
      .then(() => {
        current = null;
        endedMs = monotonicMs();
        draw = deps.random();
        arm();
      });
    current = { poll: null, ended, beganMs: monotonicMs(), isAsked: false };
    return { work, ended };
  };

  const beginPoll = async (source: OrderSource): Promise<RefreshOutcome> => {
    const { work, ended } = begin(() => poll(source));
    current = { poll: work, ended, beganMs: monotonicMs(), isAsked: source === 'refresh' };
    await ended;
    return work;
  };

  const poll = async (source: OrderSource): Promise<RefreshOutcome> => {
    const startedAt = deps.now();
    const isFirst = deps.isFirst();
    isHinted = false;
    try {
      const outcome = await pollOnce(source);
      if (outcome.ok && isFirst) backfill.noteFirst(startedAt);
      notePoll(outcome);
      return outcome;
    } catch (reason) {
      notePoll(null);
      throw reason;
    }
  };

  /** Polls again whenever the poll under way stopped counting. */
  const pollOnce = async (source: OrderSource): Promise<RefreshOutcome> => {
    for (;;) {
      if (isStale) stop = new AbortController();
      isStale = false;
      const outcome = await deps.poll(source, stop.signal);
      if (!isCancelled(outcome) || !mustRepeat()) return outcome;
    }
  };
  const mustRepeat = (): boolean => isStale && !stopped && target !== null;

  /** null: it threw. */
  const notePoll = (outcome: RefreshOutcome | null): void => {
    const isCut = outcome !== null && isCancelled(outcome);
    if (isStale || (isCut && !isGivenUp)) return;
    polledMs = isHinted ? null : monotonicMs();
    if (isCut) return;
    failures = outcome?.ok === true ? 0 : failures + 1;
    error = outcome === null || outcome.ok ? null : outcome.error;
  };

  const sweep = async (): Promise<void> => {
    await backfill.step(stop.signal);
    if (isGivenUp) backfill.postpone();
  };

  const single = async (): Promise<void> => {
    singleMs = monotonicMs();
    await deps.single(stop.signal);
  };

  const wake = (): void => {
    polledMs = null;
    isHinted = true;
    arm();
  };

  const wakeAnew = (): void => {
    isStale = current !== null;
    stop.abort();
    wake();
  };

  const replaceLater = (met: Current): (() => void) =>
    deps.schedule(
      () => {
        if (met !== current || met.poll === null) return;
        replaced = met;
        stop.abort();
      },
      Math.max(0, met.beganMs + JOIN_MS - monotonicMs()),
    );

  return {
    follow: (next) => {
      if (next === target) return;
      target = next;
      failures = 0;
      error = null;
      backfill.reset();
      wakeAnew();
    },
    run: async (source) => {
      for (;;) {
        if (current === null) return beginPoll(source);
        const met = current;
        // News first: other jobs continue later.
        if (met.poll === null) stop.abort();
        else deps.hurry();
        const cancelWait = met.isAsked ? null : replaceLater(met);
        await met.ended;
        cancelWait?.();
        if (met.poll !== null && met !== replaced) return met.poll;
      }
    },
    cancel: () => {
      if (current === null) return false;
      isGivenUp = true;
      stop.abort();
      return true;
    },
    wake,
    wakeAnew,
    stop: async () => {
      stopped = true;
      cancelTimer?.();
      cancelTimer = null;
      stop.abort();
      await current?.ended;
    },
  };
}
