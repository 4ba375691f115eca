import type { ByHand } from './by-hand.ts';
import type { OrderSource } from '../../../shared/orders/order.ts';
import type { PartnerError, RefreshOutcome } from '../../../shared/partner.ts';
import type { Result } from '../../../shared/result.ts';
import type { IncomingOrder } from '../orders/types.ts';

export type OrderPage = {
  readonly orders: readonly IncomingOrder[];
  readonly page: number;
  readonly totalPages: number;
  /** Entries of the page that were not valid orders and were left out. */
  readonly skipped: number;
  /** The page had more orders than can be read at a time, and some were left out. */
  readonly isCut?: boolean;
  /** Set when the response had no total: `totalPages` is then a guess, made from so many entries on this page. */
  readonly guessFrom?: number;
};

/**
 * What waits for the response: a person, the next poll, or nothing in particular. Some requests of each minute are kept
 * for the first two. `aside`: it is not about orders; what comes of it says nothing about the other requests.
 */
export type Urgency = 'person' | 'news' | 'past' | 'aside';

export type PartnerOrders = {
  /** Returns one page of the shop's orders between two ISO UTC times, at most 60 days apart. Pages count from 1. */
  readonly listOrders: (query: {
    readonly from: string;
    readonly to: string;
    readonly page: number;
    readonly signal?: AbortSignal;
    /** Default: 'news'. */
    readonly urgency?: Urgency;
  }) => Promise<Result<OrderPage, PartnerError>>;
  readonly getOrder: (
    orderId: string,
    signal?: AbortSignal,
    urgency?: Urgency,
  ) => Promise<Result<IncomingOrder, PartnerError>>;
};

export type PollScheduler = {
  /** `target` names the shop and its sign-in. A new one is polled at once; null: there is no shop, and no polling. */
  readonly follow: (target: string | null) => void;
  /**
   * Polls now, or joins a poll under way that just began or that a person started; a slow automatic poll is aborted
   * first. Rejects with what the store threw.
   */
  readonly run: (source: OrderSource) => Promise<RefreshOutcome>;
  /** Cancels the job under way; the next one is planned as after any other. Returns whether there was one. */
  readonly cancel: () => boolean;
  /** Call it when polling may work again: the tunnel or the network is back. */
  readonly wake: () => void;
  /** As `wake`; also aborts and repeats a job that began before the computer slept. */
  readonly wakeAnew: () => void;
  /** Stops the scheduler. Resolves when no job is under way any more. */
  readonly stop: () => Promise<void>;
};

export type Polling = ByHand & {
  /** See `PollScheduler.follow`. `closed`: why the keychain could not be read; null when it was. */
  readonly follow: (target: string | null, closed?: { readonly detail: string | null } | null) => void;
  /** Call it when the shop changes: the poll under way no longer counts, and an earlier outage is over. */
  readonly leaveShop: () => void;
  /** See `PollScheduler.cancel`. */
  readonly cancel: () => boolean;
  /** Call it when the network or the tunnel is back. */
  readonly wake: () => void;
  readonly asleep: () => void;
  readonly awake: () => void;
  /** Call it every few seconds. */
  readonly tick: () => void;
  readonly stop: () => Promise<void>;
};
