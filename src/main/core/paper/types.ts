import type { PrintTrouble, SlipState } from '../../../shared/settings/paper.ts';
import type { Slip, SlipKind } from './slip.ts';

/** The slips that an order may have, each printed by itself at most once. */
export type OrderSlipKind = Exclude<SlipKind, 'test'>;
export type SlipKey = { readonly orderId: string; readonly kind: OrderSlipKind };

export type SlipBegun = 'new' | 'earlier' | 'taken';

/** What is known of slips; every write is durable when it returns, and throws what the store throws. */
export type SlipStore = {
  /**
   * Notes which kinds are printed by themselves from now on. What was there before a kind is switched on is not printed by
   * itself.
   */
  readonly follow: (kinds: readonly OrderSlipKind[]) => void;
  /** Slips to print by themselves, oldest first. `since`: ISO UTC; older cancellations are left out. */
  readonly wanted: (kinds: readonly OrderSlipKind[], since: string, limit: number) => readonly SlipKey[];
  /**
   * Notes that the first slip of its kind is printed from now on: call it before the printer gets anything. Returns whether
   * the order was there before its kind was switched on; `taken`, and nothing is noted, when there was such a slip.
   */
  readonly begin: (slip: SlipKey, at: string) => SlipBegun;
  readonly end: (slip: SlipKey, state: 'printed' | 'doubtful', at: string) => void;
  /** The slip that `begin` noted was not printed: the printer got nothing, and all is as it was before. */
  readonly withdraw: (slip: SlipKey, begun: SlipBegun) => void;
  readonly stateOf: (slip: SlipKey) => SlipState;
  /** What was being printed when the app ended becomes doubtful. */
  readonly recover: () => void;
  /** Doubtful slips of orders that still wait here. */
  readonly doubtful: () => readonly (SlipKey & { readonly code: string })[];
};

export type PrintResult =
  | { readonly ok: true; readonly isPaperLow: boolean }
  /** `hasBegun`: the printer may have got some of it. */
  | { readonly ok: false; readonly why: PrintTrouble; readonly hasBegun: boolean };

/**
 * Prints slips in one go. Calls `begin` once, when the printer can be reached and before it gets the first of them; when
 * that throws, nothing is printed and the call rejects. Ends within a minute, whatever the printer does.
 */
export type Print = (slips: readonly Slip[], begin: () => void) => Promise<PrintResult>;
