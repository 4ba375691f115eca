import type { ProxyStop } from './fact.ts';
import type { OrderShop } from './order.ts';

/** Every way a call to the Partner API can fail. */
export const PARTNER_ERROR_CODES = [
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'offline',
  'bad-response',
  'no-end',
  /** Something on the way answered in the platform's place: a web page, or a redirect. `detail`: what it said. */
  'blocked',
  /** Nobody vouches for the certificate that was shown. `detail`: the system's word. */
  'certificate',
  /** The way stops at a proxy. `detail`: why, and at which. */
  'proxy',
  'not-configured',
  'keychain-unavailable',
  'keys-gone',
  /** The key that is kept was typed for another address or another client id; it is not sent. */
  'key-elsewhere',
] as const;
export type PartnerErrorCode = (typeof PARTNER_ERROR_CODES)[number];

export type PartnerError = {
  readonly code: PartnerErrorCode;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** What the platform said, shortened; never a secret. */
  readonly detail: string | ProxyStop | null;
  /** Milliseconds the platform asked to wait; null when it did not say. */
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
/** How a run ends that somebody stopped. */
export const CANCELLED: PartnerError = {
  code: 'offline',
  status: null,
  detail: CANCELLED_DETAIL,
  retryAfterMs: null,
  isRouteMissing: false,
};

/** True for a run that was cancelled: it says nothing about the platform. */
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
      /** What an order of the shop says of it; null when there was no order. */
      readonly shop: OrderShop | null;
    }
  | { readonly ok: false; readonly error: PartnerError };
