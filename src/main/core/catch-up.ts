import type { OrderSource } from '../../shared/order.ts';
import {
  CANCELLED,
  type PartnerError,
  type RefreshOutcome,
  type RefreshProgress,
} from '../../shared/partner.ts';
import { planRetry } from './catch-up-retry.ts';
import { planWindow, type Window } from './catch-up-window.ts';
import type { Now, OrderChange, OrderPage, OrderStore, PartnerOrders, ReceiveOrder } from './ports.ts';

export type CatchUp = {
  /**
   * Reads every page of the window and applies each in one transaction. Whoever asks while a run is under way gets that
   * run's outcome. Cancelling (by `signal` of the one who began it, or `cancel`) is an outcome too: 'offline', "cancelled".
   * Rejects only with what the store threw. A run of a `window` of its own says nothing of the time outside of it, so it
   * is not noted as complete.
   */
  readonly run: (source: OrderSource, signal?: AbortSignal, window?: Window) => Promise<RefreshOutcome>;
  readonly cancel: () => void;
};

/** More pages than sixty days of any shop; a platform that counts further is not believed. */
const MAX_PAGES = 5000;

/** The road that finds every order, whatever became of the webhooks. Source: docs/partner-api.md, "Order list". */
export function createCatchUp(deps: {
  readonly partner: Pick<PartnerOrders, 'listOrders'>;
  readonly receive: ReceiveOrder;
  readonly store: Pick<OrderStore, 'lastCompleteSync' | 'saveCompleteSync'>;
  readonly now: Now;
  /** Rejects when aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly onProgress: (progress: RefreshProgress) => void;
  /** Gets the changes of each page after they are on disk. Must not throw. */
  readonly publish: (changes: readonly OrderChange[]) => void;
}): CatchUp {
  let running: { readonly outcome: Promise<RefreshOutcome>; readonly stop: AbortController } | null = null;
  /** False once the platform refused a window that ends in the future. */
  let mayAskAhead = true;

  const readPage = async (
    window: Window,
    page: number,
    signal: AbortSignal,
  ): Promise<{ readonly page: OrderPage } | { readonly error: PartnerError }> => {
    for (let failures = 1; ; failures += 1) {
      if (signal.aborted) return { error: CANCELLED };
      const answer = await deps.partner.listOrders({ ...window, page, signal });
      if (answer.ok) return { page: answer.value };
      // What a call says that was cut off is not the platform's word.
      if (signal.aborted) return { error: CANCELLED };
      const waitMs = planRetry(answer.error, failures, deps.random());
      if (waitMs === null) return { error: answer.error };
      await deps.sleep(waitMs, signal);
    }
  };

  /** Answers the error that ended it, or null when every page was read and applied. */
  const readAll = async (
    run: { readonly source: OrderSource; readonly window: Window },
    counts: Counts,
    signal: AbortSignal,
  ): Promise<PartnerError | null> => {
    const seen = new Set<string>();
    let totalPages: number | null = null;
    for (let page = 1; totalPages === null || page <= totalPages; page += 1) {
      deps.onProgress({ running: true, page, totalPages, orders: counts.read });
      const answer = await readPage(run.window, page, signal);
      if ('error' in answer) return answer.error;
      if (signal.aborted) return CANCELLED;
      const { orders } = answer.page;
      totalPages = answer.page.totalPages;
      const ids = orders.map(({ order }) => order.id).sort();
      const fingerprint = ids.join('\n');
      if (seen.has(fingerprint)) return badList(`page ${String(page)} repeats an earlier one`);
      if (totalPages > MAX_PAGES) return badList(`${String(totalPages)} pages`);
      // Pages without orders are all alike and prove nothing.
      if (ids.length > 0) seen.add(fingerprint);
      const outcomes = deps.receive(orders, run.source);
      const changes = outcomes.flatMap((one) => (one.kind === 'changed' ? [one.change] : []));
      counts.read += orders.length;
      counts.added += changes.filter((change) => change.before === null).length;
      counts.changed += changes.filter((change) => change.before !== null).length;
      deps.publish(changes);
    }
    return null;
  };

  const runWindow = async (
    source: OrderSource,
    window: Window,
    signal: AbortSignal,
  ): Promise<RefreshOutcome> => {
    const counts: Counts = { read: 0, added: 0, changed: 0 };
    const error = await readAll({ source, window }, counts, signal);
    return error === null ? { ok: true, ...counts, at: deps.now() } : { ok: false, error, at: deps.now() };
  };

  const runOnce = async (source: OrderSource, signal: AbortSignal): Promise<RefreshOutcome> => {
    const startedAt = deps.now();
    const last = deps.store.lastCompleteSync();
    const counts: Counts = { read: 0, added: 0, changed: 0 };
    const attempt = (ahead: boolean): Promise<PartnerError | null> =>
      readAll({ source, window: planWindow(startedAt, last, ahead) }, counts, signal);

    let error = await attempt(mayAskAhead);
    if (error?.status === 400 && mayAskAhead && counts.read === 0) {
      error = await attempt(false);
      mayAskAhead = error !== null;
    }
    if (error !== null) return { ok: false, error, at: deps.now() };
    deps.store.saveCompleteSync(startedAt);
    return { ok: true, ...counts, at: deps.now() };
  };

  const begin = async (
    source: OrderSource,
    signal: AbortSignal,
    window: Window | undefined,
  ): Promise<RefreshOutcome> => {
    try {
      return await (window === undefined ? runOnce(source, signal) : runWindow(source, window, signal));
    } catch (error) {
      if (signal.aborted) return { ok: false, error: CANCELLED, at: deps.now() };
      throw error;
    } finally {
      running = null;
      deps.onProgress({ running: false, page: 0, totalPages: null, orders: 0 });
    }
  };

  return {
    run: (source, signal, window) => {
      if (running !== null) return running.outcome;
      const stop = new AbortController();
      const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
      // Begun one turn later, so that whoever is called back finds this run under way and joins or cancels it.
      const outcome = Promise.resolve().then(() => begin(source, either, window));
      running = { outcome, stop };
      return outcome;
    },
    cancel: () => running?.stop.abort(),
  };
}

type Counts = { read: number; added: number; changed: number };

function badList(detail: string): PartnerError {
  return { code: 'bad-response', status: 200, detail, retryAfterMs: null, isRouteMissing: false };
}
