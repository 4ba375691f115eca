import type { DeliveryOutcome } from '../../../shared/health/delivery.ts';
import type { DeliveryNote } from '../../../shared/health/delivery-note.ts';
import type { OrderShop } from '../../../shared/orders/order.ts';
import type { TestPath } from '../../../shared/setup.ts';
import type { IncomingOrder } from '../orders/types.ts';

/** What the body of a webhook contains; `several`: a list. */
export type ParsedWebhook = ParsedOne | { readonly kind: 'several'; readonly parts: readonly ParsedOne[] };

export type ParsedOne =
  | { readonly kind: 'order'; readonly order: IncomingOrder }
  /** An order that names another store. */
  | { readonly kind: 'other-shop'; readonly orderId: string; readonly code: string }
  /** An order that names its store, while this app does not know its own. */
  | { readonly kind: 'unknown-shop'; readonly shop: OrderShop }
  /** One of the app's own; see `core/inbound/test-tickets`. */
  | { readonly kind: 'test'; readonly path: TestPath }
  /** Catalogue jobs may call the same address. Source: docs/partner-api.md, "Webhook". */
  | { readonly kind: 'catalogue-callback' }
  /** The note names fields, never their values. */
  | { readonly kind: 'not-an-order'; readonly note: DeliveryNote };

/** One row per HTTP request on the webhook. */
export type Delivery = {
  /** ISO UTC: when the request began. */
  readonly at: string;
  readonly outcome: DeliveryOutcome;
  /** HTTP status of the response. */
  readonly status: number;
  /** Milliseconds from the request line to the response. */
  readonly ms: number;
  /** Bytes of body received. */
  readonly bytes: number;
  readonly orderId: string | null;
  readonly notes: readonly DeliveryNote[];
};

export type DeliveryLog = {
  readonly add: (delivery: Delivery) => void;
  /** Newest first. */
  readonly recent: (limit: number) => readonly Delivery[];
};
