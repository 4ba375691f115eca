import type { OrderSource } from '../../../shared/orders/order.ts';
import {
  CANCELLED,
  type PartnerError,
  type RefreshOutcome,
  type RefreshProgress,
} from '../../../shared/partner.ts';
import { msBetween, type Now } from '../../../shared/time.ts';
import { planWindow, windowLimitMs, WINDOW_ENDS, type Window } from './window.ts';
import type { OrderStore } from '../orders/types.ts';
import { createListReader, type ReadCounts } from './read-list.ts';

export type SyncRun = {
  /**
   * Reads every page of the window and applies each as it comes. A call while a run is under way returns that run's
   * outcome. A cancelled run (by the `signal` of the call that began it, or by `cancel`) ends with 'offline',
   * "cancelled". Rejects only with what the store threw.
   */
  readonly run: (source: OrderSource, signal?: AbortSignal) => Promise<RefreshOutcome>;
  /**
   * Reads a window of the past, beginning with this page. It is not saved as a complete sync, because it does not cover
   * the time outside of the window. It gives way to polls at the rate limit, and does not retry.
   */
  readonly readPast: (window: Window, page: number, signal: AbortSignal) => Promise<PastRead>;
  /** Returns false when the platform refused the window of the last run and only its last days were read. */
  readonly isWhole: () => boolean;
  readonly cancel: () => void;
  /** Ends a pause before the next try, because a person is waiting. */
  readonly hurry: () => void;
};

/** `page`: the last one that was read; 0: none. */
export type PastRead = { readonly outcome: RefreshOutcome; readonly page: number };

/**
 * A platform that refused a window with an end in the future is asked for one again after this time: it may have been a
 * single mistake.
 */
const AHEAD_AGAIN_MS = 10 * 60_000;
/** The clock must have been wrong by this much for the window to be planned anew. */
const MOVED_MS = 60_000;
const MAX_PLANS = 3;
/** The end that no platform refuses. */
const LAST_END = WINDOW_ENDS.at(-1) ?? 0;
/** Time limit for one slice of the past; polls wait for it at most as long as the scheduler allows. */
const PAST_LIMIT_MS = 5 * 60_000;

/** Returns the run that finds every order, even when no webhook arrived. Source: docs/partner-api.md, "Order list". */
export function createSyncRun(
  deps: Parameters<typeof createListReader>[0] & {
    readonly store: Pick<OrderStore, 'lastCompleteSync' | 'saveCompleteSync'>;
    readonly now: Now;
    readonly onProgress: (progress: RefreshProgress) => void;
  },
): SyncRun {
  const { now, monotonicMs, store } = deps;
  const reader = createListReader(deps);
  let running: { readonly outcome: Promise<RefreshOutcome>; readonly stop: AbortController } | null = null;
  let isWhole = true;
  /** Index of the entry of `WINDOW_ENDS` that the platform accepted last; earlier entries are not tried before `untilMs`. */
  let end = { index: 0, untilMs: Number.NEGATIVE_INFINITY };

  const outcomeOf = (error: PartnerError | null, { read, added, changed }: ReadCounts): RefreshOutcome =>
    error === null ? { ok: true, read, added, changed, at: now() } : { ok: false, error, at: now() };

  /** Returns the error that ended it, null when everything was read, 'moved' when the clock turned out to be wrong. */
  const readPlanned = async (
    source: OrderSource,
    counts: ReadCounts,
    signal: AbortSignal,
    mayMove: boolean,
  ): Promise<PartnerError | 'moved' | null> => {
    const [startedAt, startedMs] = [now(), monotonicMs()];
    const isMoved = (): boolean =>
      mayMove && Math.abs(msBetween(startedAt, now()) - (monotonicMs() - startedMs)) > MOVED_MS;
    const last = store.lastCompleteSync();
    const firstIndex = monotonicMs() < end.untilMs ? end.index : 0;
    for (let index = firstIndex; ; index += 1) {
      // When all ends were refused, only the last days are read: news must not wait for a long window, and backfill
      // reads the past in short ones.
      isWhole = index < WINDOW_ENDS.length;
      const window = planWindow(startedAt, isWhole ? last : startedAt, WINDOW_ENDS[index] ?? LAST_END);
      const urgency = source === 'refresh' ? 'person' : 'news';
      const limitMs = windowLimitMs(window);
      const { onProgress } = deps;
      const reading = { source, window, urgency, limitMs, counts, isMoved, onProgress } as const;
      const error = await reader.read(reading, signal);
      if (isMoved()) return 'moved';
      if (error === null) {
        if (index > firstIndex && isWhole) end = { index, untilMs: monotonicMs() + AHEAD_AGAIN_MS };
        store.saveCompleteSync(startedAt);
        return null;
      }
      const isRefused = error.code === 'bad-response' && (error.status === 400 || error.status === 422);
      const isWindowRefused = isRefused && counts.read === 0;
      if (!isWindowRefused || !isWhole) return error;
    }
  };

  const runOnce = async (source: OrderSource, signal: AbortSignal): Promise<RefreshOutcome> => {
    const counts = newCounts();
    for (let plans = 1; ; plans += 1) {
      const error = await readPlanned(source, counts, signal, plans < MAX_PLANS);
      if (error !== 'moved') return outcomeOf(error, counts);
      if (signal.aborted) return outcomeOf(CANCELLED, counts);
    }
  };

  const begin = async (source: OrderSource, signal: AbortSignal): Promise<RefreshOutcome> => {
    try {
      return await runOnce(source, signal);
    } catch (error) {
      if (signal.aborted) return { ok: false, error: CANCELLED, at: now() };
      throw error;
    } finally {
      running = null;
      deps.onProgress({ running: false, page: 0, totalPages: null, orders: 0 });
    }
  };

  return {
    run: (source, signal) => {
      if (running !== null) return running.outcome;
      const stop = new AbortController();
      const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
      // Begins one turn later, so that callbacks find this run under way and join or cancel it.
      const outcome = Promise.resolve().then(() => begin(source, either));
      running = { outcome, stop };
      return outcome;
    },
    readPast: async (window, page, signal) => {
      const counts = newCounts();
      const reading = { source: 'catch-up', urgency: 'past', window, page, counts } as const;
      try {
        const error = await reader.read({ ...reading, limitMs: PAST_LIMIT_MS }, signal);
        return { outcome: outcomeOf(error, counts), page: counts.page };
      } catch (error) {
        if (!signal.aborted) throw error;
        return { outcome: outcomeOf(CANCELLED, counts), page: counts.page };
      }
    },
    isWhole: () => isWhole,
    cancel: () => running?.stop.abort(),
    hurry: reader.hurry,
  };
}

function newCounts(): ReadCounts {
  return { read: 0, added: 0, changed: 0, page: 0 };
}
