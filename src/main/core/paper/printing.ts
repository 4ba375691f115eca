import { MAX_BAGS, type PrintOutcome, type SlipState } from '../../../shared/settings/paper.ts';
import type { StoredOrder } from '../../../shared/orders/order.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import { backoffMs, createSerialQueue } from '../support/scheduling.ts';
import type { PrinterLight } from './printer-light.ts';
import { createSlipNotes } from './slip-notes.ts';
import { toSlips, toTestSlip, type SlipFacts } from './slip.ts';
import type { OrderSlipKind, Print, PrintResult, SlipBegun, SlipKey, SlipStore } from './types.ts';

/** Tone and card come first. */
const AFTER_NEWS_MS = 300;
const RETRY = { baseMs: 2_000, maxMs: 60_000 } as const;
const CANCELLED_PRINTS_MS = 12 * 60 * 60 * 1000;
/** An order among them that cannot be read must not hold up the others. */
const NEXT_SLIPS = 20;
const DONE: PrintResult = { ok: true, isPaperLow: false };

export type Printing = {
  /** There may be slips to print by themselves. Returns at once. */
  readonly look: () => void;
  /** The settings may have changed, or were read for the first time. */
  readonly follow: () => void;
  /** Prints a slip because a person asked. From the second time on it says that it is a copy. */
  readonly printOrder: (orderId: string, bags: number) => Promise<PrintOutcome>;
  readonly printTest: () => Promise<PrintOutcome>;
  readonly stateOf: (orderId: string) => SlipState;
  readonly start: () => void;
  readonly stop: () => void;
};

/**
 * Prints the slips of orders: each by itself once, noted in the store before the printer gets anything, and as often as a
 * person asks. What was being printed when the app ended is never printed again by itself.
 */
export function createPrinting(deps: {
  readonly slips: SlipStore;
  readonly findOrder: (orderId: string) => StoredOrder | null;
  readonly print: Print;
  readonly facts: () => SlipFacts;
  readonly light: PrinterLight;
  readonly now: Now;
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly random: () => number;
  readonly onChanged: () => void;
  readonly log: { readonly warn: (message: string) => void; readonly error: (m: string, e: unknown) => void };
}): Printing {
  const { slips, light, now, log } = deps;
  const queue = createSerialQueue();
  let cancelLook: (() => void) | null = null;
  let isLooking = false;
  let isAskedAgain = false;
  let failures = 0;
  let isStopped = false;

  const chosen = (): readonly OrderSlipKind[] => {
    const { way, automatic, cancelled } = deps.facts().settings.paper;
    if (way === 'off') return [];
    return [...(automatic ? (['ready'] as const) : []), ...(cancelled ? (['cancelled'] as const) : [])];
  };
  const isOn = (): boolean => !isStopped && kinds().length > 0;
  const attempt = <T>(what: string, work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (error) {
      log.error(`Printing: ${what} failed`, error);
      return otherwise;
    }
  };
  const notes = createSlipNotes({ slips, chosen, now, attempt });
  const { kinds } = notes;
  const showDoubtful = (): void => light.doubtful(attempt('reading doubtful slips', slips.doubtful, []));

  /** Throws what the store throws; then nothing was printed. */
  const printFirst = async (
    slip: SlipKey,
    stored: StoredOrder,
    bags: number,
  ): Promise<PrintResult | null> => {
    let begun: SlipBegun | null = null;
    const begin = (): void => {
      const found = slips.begin(slip, now());
      if (found === 'taken') throw new SlipTaken();
      begun = found;
    };
    const sheets = toSlips(stored.order, { ...ofOrder(slip, stored), isCopy: false, bags }, deps.facts());
    let result: PrintResult;
    try {
      result = await deps.print(sheets, begin);
    } catch (error) {
      if (error instanceof SlipTaken) return null;
      if (begun !== null)
        attempt('noting a doubtful slip', () => slips.end(slip, 'doubtful', now()), undefined);
      throw error;
    }
    if (result.ok) slips.end(slip, 'printed', now());
    else if (begun !== null && result.hasBegun) slips.end(slip, 'doubtful', now());
    else if (begun !== null) slips.withdraw(slip, begun);
    return result;
  };

  const nextSlip = (): { readonly slip: SlipKey; readonly stored: StoredOrder } | null => {
    for (const slip of slips.wanted(kinds(), shiftIso(now(), -CANCELLED_PRINTS_MS), NEXT_SLIPS)) {
      if (notes.isOut(slip)) continue;
      const stored = deps.findOrder(slip.orderId);
      if (stored !== null) return { slip, stored };
    }
    return null;
  };
  const printNext = async (): Promise<boolean> => {
    const next = nextSlip();
    if (next === null) return false;
    const result = await queue.run(() => printFirst(next.slip, next.stored, 1));
    report(result ?? DONE, next.stored.order.code);
    const isDone = result === null || result.ok;
    if (isDone) failures = 0;
    return isDone;
  };

  const report = (result: PrintResult, code: string): void => {
    light.noteResult(result);
    showDoubtful();
    deps.onChanged();
    if (!result.ok) log.warn(`The slip of ${code} was not printed: ${result.why}`);
  };

  const work = async (): Promise<void> => {
    if (isLooking) {
      isAskedAgain = true;
      return;
    }
    isLooking = true;
    try {
      do isAskedAgain = false;
      while (isOn() && ((await printNext()) || isAskedAgain));
    } catch (error) {
      log.error('A slip could not be noted, so it was not printed', error);
    } finally {
      isLooking = false;
    }
    if (!isOn() || !hasMore()) return;
    failures += 1;
    lookIn(backoffMs(failures, deps.random(), RETRY));
  };
  const hasMore = (): boolean => attempt('reading what waits', () => nextSlip() !== null, true);
  const lookIn = (ms: number): void => {
    if (isStopped) return;
    cancelLook?.();
    cancelLook = deps.schedule(() => {
      cancelLook = null;
      void work();
    }, ms);
  };
  const look = (): void => {
    notes.followLate();
    // While the printer fails, its next turn is due in any case: news must not ask it more often.
    if (kinds().length > 0 && cancelLook === null && !(isLooking && failures > 0)) lookIn(AFTER_NEWS_MS);
  };

  const ask = async (
    code: string,
    job: () => Promise<PrintResult>,
    isCopy: boolean,
  ): Promise<PrintOutcome> => {
    const result = await queue.run(job);
    report(result, code);
    if (result.ok) {
      // The printer works again: what waits need not wait longer.
      failures = 0;
      if (kinds().length > 0) lookIn(AFTER_NEWS_MS);
      return { kind: 'printed', isCopy };
    }
    return { kind: result.hasBegun ? 'doubtful' : 'failed', why: result.why };
  };

  return {
    look,
    follow: () => {
      notes.follow();
      const { paper } = deps.facts().settings;
      light.follow(paper);
      showDoubtful();
      failures = 0;
      if (kinds().length > 0) lookIn(AFTER_NEWS_MS);
    },
    printOrder: async (orderId, bags) => {
      if (deps.facts().settings.paper.way === 'off') return { kind: 'off' };
      const stored = deps.findOrder(orderId);
      if (stored === null) return { kind: 'unknown' };
      const kind = stored.order.status === 'CANCELLED' ? 'cancelled' : 'ready';
      const slip: SlipKey = { orderId, kind };
      const count = Math.min(MAX_BAGS, Math.max(1, Math.round(bags)));
      const printCopy = async (): Promise<PrintResult> => {
        const how = { ...ofOrder(slip, stored), isCopy: true, bags: count };
        const result = await deps.print(toSlips(stored.order, how, deps.facts()), () => undefined);
        if (result.ok) notes.printed(slip);
        return result;
      };
      let isCopy = false;
      const job = async (): Promise<PrintResult> => {
        isCopy = attempt('reading a slip', () => slips.stateOf(slip), 'none') !== 'none';
        if (isCopy) return printCopy();
        const first = await printFirst(slip, stored, count).catch((error: unknown) => {
          log.error('The slip was not noted; it counts as a copy', error);
          return null;
        });
        isCopy = first === null;
        return first ?? printCopy();
      };
      const outcome = await ask(stored.order.code, job, false);
      return outcome.kind === 'printed' ? { ...outcome, isCopy } : outcome;
    },
    printTest: async () => {
      const { settings } = deps.facts();
      if (settings.paper.way === 'off') return { kind: 'off' };
      return ask('the test', () => deps.print([toTestSlip(now(), deps.facts())], () => undefined), false);
    },
    stateOf: (orderId) => {
      const isCancelled = deps.findOrder(orderId)?.order.status === 'CANCELLED';
      return attempt(
        'reading a slip',
        () => slips.stateOf({ orderId, kind: isCancelled ? 'cancelled' : 'ready' }),
        'none',
      );
    },
    start: () => {
      attempt('reading what was cut short', slips.recover, undefined);
      showDoubtful();
    },
    stop: () => {
      isStopped = true;
      cancelLook?.();
    },
  };
}

/** Another turn has printed this slip already. */
class SlipTaken extends Error {}

function ofOrder({ kind }: SlipKey, stored: StoredOrder) {
  return { kind, readyAt: stored.readyAt ?? stored.firstSeenAt };
}
