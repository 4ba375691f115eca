import type { CurrencyCode } from './money.ts';
import { assertNever } from '../result.ts';

/** A longer text is not accepted as an order id. */
export const MAX_ORDER_ID_CHARS = 200;
/** A longer code is cut: as many as a tray menu and the title of a notification show. */
export const MAX_CODE_CHARS = 40;

/** Statuses in the order they can happen; CANCELLED ends everything. Source: docs/partner-api.md, "Statuses". */
export const ORDER_STATUSES = [
  'RECEIVED',
  'ACCEPTED',
  'READY_FOR_PICKUP',
  'PICKED_UP',
  'DISPATCHED',
  'DELIVERED',
  'CANCELLED',
] as const;

export type KnownStatus = (typeof ORDER_STATUSES)[number];
/** `UNKNOWN` is a status the platform added after this version; `Order.statusText` keeps its name. */
export type OrderStatus = KnownStatus | 'UNKNOWN';

export type LineStatus = 'NOT_PROCESSED' | 'IN_CART' | 'NOT_FOUND' | 'REPLACED' | 'ADDITION' | 'UNKNOWN';

/** An amount of goods: pieces for UNIT, kilograms for KG. */
export type LineAmount = {
  readonly unit: 'UNIT' | 'KG';
  /** Pieces, or kilograms with up to three decimals; null when missing or unreadable. */
  readonly amount: number | null;
  /** Pieces that were weighed together; only with KG. */
  readonly pieces: number | null;
  readonly unitPriceMinor: number | null;
  readonly totalMinor: number | null;
  /** Shown in place of an amount, or a total, that cannot be read reliably. */
  readonly amountText?: string;
  readonly totalText?: string;
};

export type OrderLine = {
  readonly id: string;
  readonly sku: string;
  readonly barcodes: readonly string[];
  readonly name: string;
  readonly imageUrl: string | null;
  readonly instructions: string | null;
  readonly status: LineStatus;
  /** Id of the line at the other end of a replacement, whichever line named it. */
  readonly replacesId: string | null;
  readonly ordered: LineAmount | null;
  readonly picked: LineAmount | null;
};

export type OrderShop = {
  readonly name: string | null;
  readonly chainId: string | null;
  readonly countryCode: string | null;
  /** The platform's vendor id. Always text: digits may have leading zeros. */
  readonly storeId: string | null;
  /** The shop's own id, when it mapped one in the portal. */
  readonly externalPartnerConfigId: string | null;
};

export type OrderTotals = {
  readonly goodsMinor: number | null;
  readonly deliveryFeeMinor: number | null;
  readonly serviceFeeMinor: number | null;
  /** Absolute value, because the platform sends both signs. */
  readonly discountMinor: number | null;
  readonly totalMinor: number | null;
  /** Sum of the picked lines, to compare with `goodsMinor`; null when a line has no price. */
  readonly pickedMinor: number | null;
  readonly paymentType: string | null;
  readonly collectAtPickupMinor: number | null;
  /** Shown in place of amounts that cannot be read reliably. */
  readonly texts?: Readonly<Partial<Record<TotalName, string>>>;
};

export type TotalName = 'goods' | 'deliveryFee' | 'serviceFee' | 'discount' | 'total' | 'collectAtPickup';

export type Cancellation = {
  /** CUSTOMER, VENDOR, LOGISTICS or any other value that was sent. */
  readonly by: string | null;
  readonly reason: string | null;
  /** true: the goods had left the shop. null: not in the response. */
  readonly afterPickUp: boolean | null;
};

/** One order as the platform describes it at one version. Times are ISO 8601 UTC with milliseconds and `Z`. */
export type Order = {
  /** UUID, the only key. */
  readonly id: string;
  readonly externalId: string | null;
  /** The code that riders say. It restarts after 9999, so it is never a key. */
  readonly code: string;
  readonly status: OrderStatus;
  /** The status exactly as sent. */
  readonly statusText: string;
  /** `sys.updated_at`; null when the platform sent none. */
  readonly version: string | null;
  readonly createdAt: string | null;
  readonly promisedFor: string | null;
  readonly acceptedFor: string | null;
  readonly orderType: string | null;
  readonly transportType: string | null;
  readonly isPreorder: boolean;
  readonly comment: string | null;
  readonly shop: OrderShop;
  readonly customer: { readonly firstName: string | null; readonly maskedPhone: string | null } | null;
  readonly lines: readonly OrderLine[];
  /** How many lines are not stored because there are too many. */
  readonly moreLines?: number;
  readonly currency: CurrencyCode;
  readonly totals: OrderTotals;
  readonly cancellation: Cancellation | null;
};

/** How the news of an order reached this computer. */
export type OrderSource = 'webhook' | 'catch-up' | 'refresh' | 'reprocess';

/** An order as stored here: the platform's description plus what only this shop knows. */
export type StoredOrder = {
  readonly order: Order;
  readonly firstSeenAt: string;
  readonly lastChangedAt: string;
  readonly source: OrderSource;
  /** Since when it is ready: the platform's time, else when this computer first knew; null: never ready. */
  readonly readyAt: string | null;
  /** True once any event said PICKED_UP, DISPATCHED or DELIVERED, even if CANCELLED came later. */
  readonly wasPickedUp: boolean;
  /** The local mark "entregado". */
  readonly handedOverAt: string | null;
  /** The initials of who set it; absent: not known. Only for this shop: they go nowhere else. */
  readonly handedOverBy?: string;
  /** When it left the shop, and when it was cancelled: the platform's time, else when this computer first knew. */
  readonly leftAt?: string;
  readonly cancelledAt?: string;
};

/** One row of the list: small, so that 12,000 of them cross to the window at once. */
export type OrderSummary = {
  readonly id: string;
  readonly code: string;
  readonly externalId: string | null;
  readonly status: OrderStatus;
  readonly statusText: string;
  /** The time to show: ready since, else created, else first seen. */
  readonly at: string;
  readonly firstSeenAt: string;
  readonly promisedFor: string | null;
  readonly isPreorder: boolean;
  readonly customerFirstName: string | null;
  readonly lineCount: number;
  readonly totalMinor: number | null;
  readonly currency: CurrencyCode;
  readonly cancellation: Cancellation | null;
  readonly wasPickedUp: boolean;
  readonly handedOverAt: string | null;
  /** As in `StoredOrder`. */
  readonly leftAt?: string;
  readonly cancelledAt?: string;
  /** What the rider pays for the bag; null: nothing, or unknown. */
  readonly collectMinor: number | null;
  /** The same as it was sent, where it cannot be read reliably. */
  readonly collectText?: string;
};

/** Returns what the rider is asked to pay; null for no amount, zero or a negative one. */
export function toCollect(minor: number | null): number | null {
  return minor !== null && minor > 0 ? minor : null;
}

/** Returns an amount to collect that cannot be read reliably, as it was sent; null for a text that is no amount. */
export function collectAsSent({ texts }: Pick<OrderTotals, 'texts'>): string | null {
  const text = texts?.collectAtPickup ?? '';
  return /\d/.test(text) ? text : null;
}

export type OrderTab = 'ready' | 'cancelled' | 'done' | 'other';

/** Returns the tab of an order. No other code decides this. */
export function orderTab(order: Pick<OrderSummary, 'status' | 'handedOverAt'>): OrderTab {
  switch (order.status) {
    case 'CANCELLED':
      return 'cancelled';
    case 'READY_FOR_PICKUP':
      return order.handedOverAt === null ? 'ready' : 'done';
    case 'PICKED_UP':
    case 'DISPATCHED':
    case 'DELIVERED':
      return 'done';
    case 'RECEIVED':
    case 'ACCEPTED':
    case 'UNKNOWN':
      return 'other';
    default:
      return assertNever(order.status);
  }
}
