import { UNDO_MS, type CardState } from '../../../shared/orders/card.ts';
import type { OrderChange } from '../orders/types.ts';

type Undoable = {
  readonly what: NonNullable<CardState['undo']>['what'];
  readonly codes: readonly string[];
  /** Takes it back; returns the change of an order, if any. */
  readonly run: () => OrderChange | null;
};

export type Undo = {
  /** Offers to take this back, for ten seconds or until the next offer. */
  readonly offer: (what: Undoable) => void;
  /** Returns what can be taken back now, for the card. */
  readonly shown: () => CardState['undo'];
  /** Takes the last one back, once. */
  readonly run: () => OrderChange | null;
  /** Offers nothing any more: it is taken back already, or the app ends. */
  readonly forget: () => void;
};

/** Maximum number of order codes named in the offer; more are counted. */
const MAX_CODES = 3;

/** Keeps the last acknowledgement or hand-over while it can be taken back. */
export function createUndo(deps: {
  /** Runs the function after so many milliseconds; returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** The time to take it back is over. */
  readonly onOver: () => void;
}): Undo {
  let last: Undoable | null = null;
  let cancel: (() => void) | null = null;

  const forget = (): void => {
    cancel?.();
    cancel = null;
    last = null;
  };
  return {
    offer: (next) => {
      forget();
      last = next;
      cancel = deps.schedule(() => {
        forget();
        deps.onOver();
      }, UNDO_MS);
    },
    shown: () => {
      if (last === null) return null;
      const { what, codes } = last;
      return { what, codes: codes.filter((code) => code !== '').slice(0, MAX_CODES), count: codes.length };
    },
    run: () => {
      const run = last?.run;
      forget();
      return run?.() ?? null;
    },
    forget,
  };
}
