import type { OrderSource } from '../../../shared/orders/order.ts';
import { CANCELLED, type PartnerError, type RefreshProgress } from '../../../shared/partner.ts';
import { planRetry } from './retry.ts';
import { USUAL_LIMIT_MS, type Window } from './window.ts';
import { createPageWatch } from './page-watch.ts';
import type { ApplyOutcome, IncomingOrder, OrderChange, Ingest } from '../orders/types.ts';
import type { OrderPage, PartnerOrders, Urgency } from './types.ts';

/** One reading of a window. */
export type Reading = {
  readonly source: OrderSource;
  readonly window: Window;
  readonly urgency: Urgency;
  /** Time limit; a list without an end gets `USUAL_LIMIT_MS` at most. */
  readonly limitMs: number;
  /** The page to begin with. */
  readonly page?: number;
  /** The reader adds to these counts. */
  readonly counts: ReadCounts;
  /** Returns true when the window turns out to be the wrong one: no further page is read. */
  readonly isMoved?: () => boolean;
  readonly onProgress?: (progress: RefreshProgress) => void;
};

export type ReadCounts = {
  read: number;
  added: number;
  changed: number;
  /** The last page that was read and applied. */
  page: number;
};

export type ListReader = {
  /**
   * Reads every page and applies each at once. Returns the error that ended it, or that of the first skipped page; null
   * when everything was read, or when the window moved. Rejects only with what the store threw.
   */
  readonly read: (reading: Reading, signal: AbortSignal) => Promise<PartnerError | null>;
  /** Ends a pause before the next try, because a person is waiting. */
  readonly hurry: () => void;
};

/** Limits how long one transaction blocks the main process; see `group-commit`. */
const MAX_SLICE = 256;
/** A page that cannot be read is skipped; more failures in a row are not the fault of one page. */
const MAX_FAILED_PAGES = 2;

/** Reads the order list page by page from a platform that may misbehave. Source: docs/partner-api.md, "Order list". */
export function createListReader(deps: {
  readonly partner: Pick<PartnerOrders, 'listOrders'>;
  readonly receive: Ingest;
  /** Returns true for an error of the store itself, not of a single order. */
  readonly isStoreDown: (error: unknown) => boolean;
  readonly monotonicMs: () => number;
  /** Rejects when aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Lets everything else that is waiting run first. */
  readonly breathe: () => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Called with the changes of each slice after they are on disk. Must not throw. */
  readonly publish: (changes: readonly OrderChange[]) => void;
  /** Called when an order could not be stored and was skipped. Must not throw. */
  readonly onRefused: (orderId: string, error: unknown) => void;
}): ListReader {
  let pause = new AbortController();
  let isHurried = false;

  const wait = async (ms: number, signal: AbortSignal): Promise<void> => {
    pause = new AbortController();
    try {
      await deps.sleep(ms, AbortSignal.any([signal, pause.signal]));
    } catch (error) {
      if (signal.aborted || !pause.signal.aborted) throw error;
    }
  };

  const readPage = async (
    { window, urgency }: Reading,
    page: number,
    { signal, untilMs }: Limits,
    mayRetry: boolean,
  ): Promise<{ readonly page: OrderPage } | { readonly error: PartnerError }> => {
    for (let failures = 1; ; failures += 1) {
      if (signal.aborted) return { error: CANCELLED };
      const answer = await deps.partner.listOrders({
        ...window,
        page,
        signal,
        urgency: isHurried ? 'person' : urgency,
      });
      if (answer.ok) return { page: answer.value };
      // The error of an aborted call does not come from the platform.
      if (signal.aborted) return { error: CANCELLED };
      const waitMs = mayRetry ? planRetry(answer.error, failures, deps.random()) : null;
      if (waitMs === null || deps.monotonicMs() + waitMs > untilMs) return { error: answer.error };
      await wait(waitMs, signal);
    }
  };

  /** An order that cannot be stored must not block the others. */
  const apply = (orders: readonly IncomingOrder[], source: OrderSource): readonly ApplyOutcome[] => {
    try {
      return deps.receive(orders, source);
    } catch (error) {
      if (deps.isStoreDown(error)) throw error;
      const [first, ...others] = orders;
      if (first === undefined) return [];
      if (others.length > 0) return orders.flatMap((order) => apply([order], source));
      deps.onRefused(first.order.id, error);
      return [];
    }
  };

  const applyPage = async (
    { source, counts }: Reading,
    orders: readonly IncomingOrder[],
    signal: AbortSignal,
  ): Promise<void> => {
    for (let from = 0; from < orders.length; from += MAX_SLICE) {
      if (from > 0) await deps.breathe();
      if (signal.aborted) return;
      const slice = orders.slice(from, from + MAX_SLICE);
      const changes = apply(slice, source).flatMap((one) => (one.kind === 'changed' ? [one.change] : []));
      counts.read += slice.length;
      counts.added += changes.filter((change) => change.before === null).length;
      counts.changed += changes.filter((change) => change.before !== null).length;
      deps.publish(changes);
    }
  };

  /**
   * Returns whether entries moved between pages meanwhile: then an order may have moved from a later page to one
   * already read. `mayShrink`: a page that is refused may have moved, too.
   */
  const readOnce = async (
    reading: Reading,
    limits: Limits,
    mayShrink: boolean,
  ): Promise<{ readonly error: PartnerError | null; readonly isShifted: boolean }> => {
    const { counts } = reading;
    const pages = createPageWatch();
    let failed: PartnerError | null = null;
    let failedInRow = 0;
    let isGuess = false;
    let [orderCount, skippedCount] = [0, 0];
    let totalPages: number | null = null;
    let saidTotal = Number.POSITIVE_INFINITY;
    for (let page = reading.page ?? 1; totalPages === null || page <= totalPages; page += 1) {
      const end = (error: PartnerError | null) => ({ error, isShifted: false });
      reading.onProgress?.({ running: true, page, totalPages, orders: counts.read });
      // For reads of the past, the caller tries again. After a page that failed, one try shows whether all fail.
      const mayRetry = reading.urgency !== 'past' && failedInRow === 0;
      const answer = await readPage(reading, page, limits, mayRetry);
      if (reading.isMoved?.() === true && 'error' in answer) return end(null);
      if (limits.signal.aborted) return end(CANCELLED);
      // Reads one page past the reported last one, in case the total was wrong.
      const isBehind = page > saidTotal;
      if ('error' in answer) {
        const isRefused = page > 1 && isRefusedPage(answer.error);
        if (isBehind || (isGuess && isRefused)) break;
        if (mayShrink && isRefused && totalPages !== null) return { error: null, isShifted: true };
        failed ??= answer.error;
        failedInRow += 1;
        // The first page gives the total; without it reading cannot go on.
        if (totalPages === null || !isOfPage(answer.error) || failedInRow >= MAX_FAILED_PAGES)
          return end(answer.error);
        if (isGuess) totalPages = page + 1;
        continue;
      }
      failedInRow = 0;
      const { orders, skipped } = answer.page;
      orderCount += orders.length;
      skippedCount += skipped;
      isGuess = answer.page.guessFrom !== undefined;
      saidTotal = answer.page.totalPages;
      totalPages = Math.max(saidTotal, pages.guessTotal(answer.page));
      const fault = pages.note(page, orders);
      if (fault !== null && isBehind) break;
      if (fault !== null) return end(badList(fault));
      await applyPage(reading, orders, limits.signal);
      if (limits.signal.aborted) return end(CANCELLED);
      if (answer.page.isCut === true) failed ??= badList('more orders in one answer than can be read');
      counts.page = page;
      if (reading.isMoved?.() === true) return end(null);
      const untilMs = pages.isEndless(answer.page) ? limits.soonMs : limits.untilMs;
      if (page < totalPages && deps.monotonicMs() >= untilMs) return end(NO_END);
    }
    // Orders may have been on the pages that an earlier reading had.
    const isJunk = orderCount === 0 && skippedCount > 0 && (reading.page ?? 1) === 1;
    if (isJunk) failed ??= badList(`none of ${String(skippedCount)} entries is an order`);
    return { error: failed, isShifted: pages.isShifted() };
  };

  return {
    read: async (reading, signal) => {
      isHurried = false;
      const beganMs = deps.monotonicMs();
      const untilMs = beganMs + reading.limitMs;
      const limits = { signal, untilMs, soonMs: Math.min(untilMs, beganMs + USUAL_LIMIT_MS) };
      const mayRepeat = reading.urgency !== 'past';
      const first = await readOnce(reading, limits, mayRepeat);
      if (first.error !== null || !first.isShifted || !mayRepeat) return first.error;
      // One repeat is enough: the next reading finds what moves again.
      return (await readOnce({ ...reading, page: 1 }, limits, false)).error;
    },
    hurry: () => {
      isHurried = true;
      pause.abort();
    },
  };
}

type Limits = { readonly signal: AbortSignal; readonly untilMs: number; readonly soonMs: number };

/** Returns true when the next page may be readable all the same. Other errors are of the key, or of the way there. */
function isOfPage({ code, status }: PartnerError): boolean {
  const isOfAnswer = code === 'bad-response' || code === 'not-found' || (status !== null && status >= 500);
  return isOfAnswer || code === 'offline';
}

/** Returns true when the platform has no such page. */
function isRefusedPage({ code, status }: PartnerError): boolean {
  return (
    code === 'not-found' || (code === 'bad-response' && status !== null && status >= 400 && status < 500)
  );
}

function badList(detail: string): PartnerError {
  return { code: 'bad-response', status: 200, detail, retryAfterMs: null, isRouteMissing: false };
}

const NO_END: PartnerError = {
  code: 'no-end',
  status: 200,
  detail: null,
  retryAfterMs: null,
  isRouteMissing: false,
};
