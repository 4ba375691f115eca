import type { DeliveryNote } from './delivery-note.ts';

/** The outcome of one request on the webhook. */
export const DELIVERY_OUTCOMES = [
  'stored',
  'duplicate',
  'other-shop',
  'no-shop',
  'catalogue-callback',
  'test',
  'looked',
  'wrong-path',
  'wrong-method',
  'wrong-secret',
  'no-secret',
  'too-large',
  'wrong-type',
  'encoded',
  'not-json',
  'not-an-order',
  'store-failed',
  'stopping',
  'not-ready',
  'aborted',
] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

export const DELIVERY_GROUPS = ['received', 'rejected', 'failed'] as const;
export type DeliveryGroup = (typeof DELIVERY_GROUPS)[number];

const GROUP_OF: Readonly<Record<DeliveryOutcome, DeliveryGroup>> = {
  stored: 'received',
  duplicate: 'received',
  'other-shop': 'received',
  'catalogue-callback': 'received',
  test: 'received',
  looked: 'received',
  'wrong-path': 'rejected',
  'wrong-method': 'rejected',
  'wrong-secret': 'rejected',
  'no-secret': 'rejected',
  'too-large': 'rejected',
  'wrong-type': 'rejected',
  encoded: 'rejected',
  'not-json': 'rejected',
  'not-an-order': 'rejected',
  'store-failed': 'failed',
  'no-shop': 'failed',
  stopping: 'failed',
  'not-ready': 'failed',
  aborted: 'failed',
};

/** order: correct secret, and about an order. secret: correct secret. stranger: of unknown origin. */
export const DELIVERY_ORIGINS = ['order', 'secret', 'stranger'] as const;
export type DeliveryOrigin = (typeof DELIVERY_ORIGINS)[number];

const ORDERS: readonly DeliveryOutcome[] = ['stored', 'duplicate', 'other-shop', 'no-shop', 'store-failed'];
const STRANGERS: readonly DeliveryOutcome[] = ['wrong-secret', 'no-secret', 'stopping', 'not-ready'];

export function deliveryOrigin(outcome: DeliveryOutcome): DeliveryOrigin {
  if (ORDERS.includes(outcome)) return 'order';
  return STRANGERS.includes(outcome) ? 'stranger' : 'secret';
}

export function outcomesFrom(origin: DeliveryOrigin): readonly DeliveryOutcome[] {
  return DELIVERY_OUTCOMES.filter((outcome) => deliveryOrigin(outcome) === origin);
}

/**
 * Returns the group of an outcome. received: answered with 200. rejected: the caller's fault. failed: it could not be
 * accepted here.
 */
export function deliveryGroup(outcome: DeliveryOutcome): DeliveryGroup {
  return GROUP_OF[outcome];
}

export function outcomesOf(group: DeliveryGroup): readonly DeliveryOutcome[] {
  return DELIVERY_OUTCOMES.filter((outcome) => GROUP_OF[outcome] === group);
}

/** One row of "Avisos recibidos". */
export type DeliveryEntry = {
  /** Grows with every request. */
  readonly id: number;
  /** ISO UTC: when the request began. */
  readonly at: string;
  readonly outcome: DeliveryOutcome;
  /** HTTP status of the response; 0 when the caller had closed the connection. */
  readonly status: number;
  /** Milliseconds from the request line to the response. */
  readonly ms: number;
  readonly bytes: number;
  readonly orderId: string | null;
  /** The order's code, when the order is stored. */
  readonly code: string | null;
  /** A body of the order is stored, so it can be processed again. */
  readonly isKept: boolean;
  readonly notes: readonly DeliveryNote[];
};

export type DeliveryQuery = {
  /** null: all groups. */
  readonly group: DeliveryGroup | null;
  /** Only rows with a smaller id; null: from the newest. */
  readonly before: number | null;
};

export type DeliveryPage = {
  /** Newest first. */
  readonly entries: readonly DeliveryEntry[];
  readonly hasMore: boolean;
  /** Counts of all rows, regardless of the query. */
  readonly counts: Readonly<Record<DeliveryGroup, number>>;
  /** Counts of the last 24 hours. */
  readonly lastDay: {
    readonly received: number;
    readonly rejected: number;
    readonly wrongSecret: number;
    readonly noSecret: number;
  };
};

/** Returns how many requests with the right password were refused: the platform may have sent them. */
export function refusedWithSecret({ rejected, wrongSecret, noSecret }: DeliveryPage['lastDay']): number {
  return Math.max(0, rejected - wrongSecret - noSecret);
}

/** The outcome of processing an order's stored body again. */
export type ReprocessOutcome =
  | { readonly kind: 'changed'; readonly raised: number }
  | { readonly kind: 'unchanged' }
  /** No body of the order is stored. */
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'other-shop' }
  | { readonly kind: 'unreadable' };
