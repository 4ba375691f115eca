import type { OrderSource } from '../../../shared/order.ts';
import type { PartnerError, RefreshOutcome } from '../../../shared/partner.ts';
import type { Result } from '../../../shared/result.ts';
import type { IncomingOrder } from '../orders/types.ts';

export type OrderPage = {
  readonly orders: readonly IncomingOrder[];
  readonly page: number;
  readonly totalPages: number;
  /** Entries of the page that were not orders and had to be left out. */
  readonly skipped: number;
  /** There were more orders in it than can be read at a time, and some were left out. */
  readonly isCut?: boolean;
  /** The platform did not tell how many pages there are; `totalPages` is a guess from so many entries of this one. */
  readonly guessFrom?: number;
};

/** Who waits for an answer: a person, the next poll, or nobody in particular. Some requests of each minute are kept for the first two. */
export type Urgency = 'person' | 'news' | 'past';

export type PartnerOrders = {
  /** One page of the shop's orders between two ISO UTC times, at most 60 days apart. Pages count from 1. */
  readonly listOrders: (query: {
    readonly from: string;
    readonly to: string;
    readonly page: number;
    readonly signal?: AbortSignal;
    /** Usual: 'news'. */
    readonly urgency?: Urgency;
  }) => Promise<Result<OrderPage, PartnerError>>;
  readonly getOrder: (
    orderId: string,
    signal?: AbortSignal,
    urgency?: Urgency,
  ) => Promise<Result<IncomingOrder, PartnerError>>;
};

export type PollScheduler = {
  /**
   * `place` names the shop and the way to sign in. A new one is asked at once; null: there is no shop, nothing is asked.
   */
  readonly follow: (place: string | null) => void;
  /**
   * Polls now, or joins a poll under way that has just begun or that somebody asked for; one of the app's own that takes long is
   * given up for it. Rejects with what the store threw.
   */
  readonly run: (source: OrderSource) => Promise<RefreshOutcome>;
  /** Ends what is under way; the next one comes in its time, as after any other. Answers whether there was one. */
  readonly cancel: () => boolean;
  /** Something hints that news can be had: the tunnel or the network is back. */
  readonly wake: () => void;
  /** As `wake`; what was under way before the computer slept is given up and done anew. */
  readonly wakeAnew: () => void;
  /** Resolves when nothing is under way any more. */
  readonly stop: () => Promise<void>;
};

export type Polling = {
  /** See `PollScheduler.follow`. `closed`: why the keychain could not be read; null when it was. */
  readonly follow: (place: string | null, closed?: { readonly detail: string | null } | null) => void;
  /** Another shop is followed from now on: nothing under way counts, and an outage of before is over. */
  readonly leaveShop: () => void;
  /** Rejects with what the store threw. */
  readonly run: (source: OrderSource) => Promise<RefreshOutcome>;
  /** See `PollScheduler.cancel`. */
  readonly cancel: () => boolean;
  /** Somebody waits for `run`. */
  readonly isAsked: () => boolean;
  /** The network or the tunnel is back. */
  readonly wake: () => void;
  readonly asleep: () => void;
  readonly awake: () => void;
  /** Call it every few seconds. */
  readonly tick: () => void;
  readonly stop: () => Promise<void>;
};
