import type { KnownStatus, LineStatus } from '../../shared/orders/order.ts';
import type { Product } from './catalogue.ts';
import type { OrderLook } from '../api/switches.ts';

/** A store of the chain, as the platform describes it in `client`. */
export type Shop = {
  readonly id: string;
  readonly chainId: string;
  readonly name: string;
  /** Two letters in lower case. */
  readonly countryCode: string;
  /** The platform's vendor id. */
  readonly storeId: string;
  /** The shop's own id, when it mapped one in the portal. */
  readonly externalPartnerConfigId: string | null;
};

export type Customer = {
  readonly firstName: string;
  readonly lastName: string;
  /** Already masked. */
  readonly phone: string;
  readonly street: string;
  readonly number: string;
  readonly apartment: string;
  readonly suburb: string;
};

export type SimLineStatus = Exclude<LineStatus, 'UNKNOWN'>;

/** Pieces for UNIT; grams, and the pieces weighed, for KG. */
export type Amount = { readonly pieces: number; readonly grams: number };

export type SimLine = {
  readonly id: string;
  readonly product: Product;
  readonly instructions: string;
  readonly status: SimLineStatus;
  /** On an ADDITION: id of the line that it replaces. */
  readonly replaces: string | null;
  /** null on an ADDITION, because it was not ordered. */
  readonly ordered: Amount | null;
  readonly picked: Amount | null;
  /** Cents taken off this line by a promotion. */
  readonly discountCents: number;
};

type SimCancellation = {
  readonly by: string;
  readonly reason: string;
  /** null: the platform does not send it. */
  readonly afterPickUp: boolean | null;
};

/** An order as the platform knows it. Times are epoch milliseconds, money is cents. */
export type SimOrder = {
  readonly id: string;
  readonly externalId: string;
  readonly code: string;
  readonly status: KnownStatus;
  /** An unknown status, sent in place of `status`. */
  readonly oddStatus: string | null;
  readonly orderType: 'DELIVERY' | 'PICKUP';
  readonly transportType: 'LOGISTICS_DELIVERY' | 'VENDOR_DELIVERY';
  readonly comment: string | null;
  readonly isPreorder: boolean;
  readonly promisedFor: number;
  readonly shop: Shop;
  readonly customer: Customer | null;
  readonly lines: readonly SimLine[];
  readonly deliveryFeeCents: number;
  readonly serviceFeeCents: number;
  readonly cancellation: SimCancellation | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly wasPickedUp: boolean;
  /** Options for the JSON of this order, which override the switches. */
  readonly look: Partial<OrderLook>;
  /** Fields added to the JSON unchanged. */
  readonly extra: Readonly<Record<string, unknown>>;
};
