import type { ProxyStop } from './proxy.ts';
import type { OrderShop } from './orders/order.ts';

/** Every way a call to the Partner API can fail. */
export const PARTNER_ERROR_CODES = [
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'offline',
  'bad-response',
  'no-end',
  /** Something other than the platform responded: a web page, or a redirect. `detail`: what it said. */
  'blocked',
  /** The server's certificate is not trusted. `detail`: the system's error. */
  'certificate',
  /** A proxy stopped the request. `detail`: why, and which proxy. */
  'proxy',
  'not-configured',
  'keychain-unavailable',
  'keys-gone',
  /** The saved key was typed for another address or client id; it is not sent. */
  'key-elsewhere',
] as const;
export type PartnerErrorCode = (typeof PARTNER_ERROR_CODES)[number];

export type PartnerError = {
  readonly code: PartnerErrorCode;
  /** HTTP status; null when there was no response. */
  readonly status: number | null;
  /** What the platform said, shortened; never a secret. */
  readonly detail: string | ProxyStop | null;
  /** Milliseconds to wait, as the platform asked; null when it did not. */
  readonly retryAfterMs: number | null;
  /** A 404 without a body: the route does not exist. Source: docs/partner-api.md, "Errors". */
  readonly isRouteMissing: boolean;
};

/** What a refresh found. */
export type RefreshOutcome =
  | {
      readonly ok: true;
      /** Orders seen for the first time. */
      readonly added: number;
      /** Known orders whose state changed. */
      readonly changed: number;
      /** Orders read. */
      readonly read: number;
      readonly at: string;
    }
  | { readonly ok: false; readonly error: PartnerError; readonly at: string };

const CANCELLED_DETAIL = 'cancelled';
/** The error of a run that was cancelled. */
export const CANCELLED: PartnerError = {
  code: 'offline',
  status: null,
  detail: CANCELLED_DETAIL,
  retryAfterMs: null,
  isRouteMissing: false,
};

/** Returns true for a run that was cancelled: it says nothing about the platform. */
export function isCancelled(outcome: RefreshOutcome): boolean {
  return !outcome.ok && outcome.error.code === CANCELLED.code && outcome.error.detail === CANCELLED_DETAIL;
}

export type RefreshProgress = {
  readonly running: boolean;
  readonly page: number;
  readonly totalPages: number | null;
  readonly orders: number;
};

/** The proof that the settings work: one real call. */
export type PartnerCheck =
  | {
      readonly ok: true;
      readonly orders: number;
      readonly ms: number;
      /** The shop's data from one of its orders; null when there was no order. */
      readonly shop: OrderShop | null;
    }
  | { readonly ok: false; readonly error: PartnerError };
