import type { Alert, OrderAlert, Reminder } from '../../../shared/orders/alert.ts';
import type { Order, OrderSource, OrderSummary, StoredOrder } from '../../../shared/orders/order.ts';
import type { OutboxTarget } from '../../../shared/settings/outgoing.ts';

/** An order as it arrived: read, and its body with personal data cut out, ready to be kept. */
export type IncomingOrder = {
  readonly order: Order;
  /** JSON text without address, phone and personal ids. */
  readonly body: string;
  /** SHA-256 (hex) of the body in a canonical form: the same news has the same digest, by webhook or in a list. */
  readonly digest: string;
};

/** Alerts that were opened or closed by something other than a change of an order. */
export type MovedAlerts = { readonly raised: readonly Alert[]; readonly closed: readonly Alert[] };

/** What applying one piece of news did. `after` differs from `before` or `raised`/`closed` is not empty. */
export type OrderChange = {
  readonly before: StoredOrder | null;
  readonly after: StoredOrder;
  readonly raised: readonly Alert[];
  readonly closed: readonly Alert[];
};

export type ApplyOutcome =
  | { readonly kind: 'changed'; readonly change: OrderChange }
  /** Known news, or older than what is kept. */
  | { readonly kind: 'unchanged'; readonly orderId: string }
  /** Names another store: nothing of it is kept. */
  | { readonly kind: 'other-shop'; readonly orderId: string };

/**
 * Which news decided what is kept of an order. Without it the outcome would depend on the order in which news arrive:
 * the status may come from one piece of news, the lines from a second, the cancellation from a third.
 */
export type MergeBasis = {
  /** Rank of the status in the news that the content comes from; see `statusRank`. */
  readonly contentRank: number;
  /** Digest of the news that the content comes from. */
  readonly contentDigest: string;
  /** Least version of all news that said READY_FOR_PICKUP; null when none did or none told its version. */
  readonly readyVersion: string | null;
  /** Least version of all news that said CANCELLED; null when none did or none told its version. */
  readonly cancelledVersion: string | null;
  /** Version of the news that the cancellation comes from. */
  readonly cancellationVersion: string | null;
};

export type KeptOrder = { readonly stored: StoredOrder; readonly basis: MergeBasis };

/** A message to be sent, as it is stored. */
export type QueuedMessage = {
  /** The receiver knows a repetition by it. One per target. */
  readonly id: string;
  readonly target: OutboxTarget;
  /** Messages of one lane are sent one after the other, in the order in which they were stored. */
  readonly lane: string;
  /** The order's code; empty when the message is about none. */
  readonly code: string;
  readonly body: string;
  /** ISO UTC. */
  readonly at: string;
};

/** Returns the messages that a change of an order is passed on with. */
export type PassOn = (news: IncomingOrder, after: StoredOrder, at: string) => readonly QueuedMessage[];

/** Inside one database transaction. */
export type OrderTransaction = {
  /**
   * Takes an order that stands under another shop into this one, and opens what was closed with that shop since
   * `ringsFrom`. Answers whether there was one.
   */
  readonly takeOver: (orderId: string, ringsFrom: string) => boolean;
  readonly findOrder: (orderId: string) => KeptOrder | null;
  readonly saveOrder: (kept: KeptOrder) => void;
  readonly hasEvent: (orderId: string, digest: string) => boolean;
  /** Whether news of this order, version and status is kept, whatever else it said. */
  readonly hasStep: (order: Pick<Order, 'id' | 'version' | 'statusText'>) => boolean;
  /** false when the same news (order and digest) is already kept. Of an order's many events the first and the last stay. */
  readonly addEvent: (event: IncomingOrder, source: OrderSource, at: string) => boolean;
  readonly findAlerts: (subject: string) => readonly Alert[];
  readonly saveAlert: (alert: Alert) => void;
  /** A message whose id is stored already is passed over. */
  readonly queue: (message: QueuedMessage) => void;
};

/** What a part of a search for a product found; `next` is where the following part begins, null after the last. */
export type ProductPage = { readonly orderIds: readonly string[]; readonly next: string | null };

export type OrderStore = {
  /**
   * Runs `work` in one transaction, durable (fsync) when it returns; throws and keeps nothing when it fails. `work` may
   * run more than once, also later: it takes its time from outside and does nothing but read and write through `tx`.
   */
  readonly transact: <T>(work: (tx: OrderTransaction) => T) => T;
  readonly findOrder: (orderId: string) => StoredOrder | null;
  /** Newest first. */
  readonly listOrders: () => readonly OrderSummary[];
  /** Of these orders, in no particular order. */
  readonly summariesOf: (orderIds: readonly string[]) => readonly OrderSummary[];
  /** READY since `since` (ISO UTC) or later and not handed over, and every order with an open alert; newest first. */
  readonly listWaiting: (since: string) => readonly OrderSummary[];
  /** A part of the orders, by id after `after`: those of which one product's text holds every word. */
  readonly ordersWithProduct: (words: readonly string[], after: string) => ProductPage;
  readonly countOrders: () => number;
  /** Alerts not acknowledged and not closed, oldest first. */
  readonly openAlerts: () => readonly Alert[];
  /** Alerts of ready orders that were seen and are not closed, raised since `since` (ISO UTC) or later; oldest first. */
  readonly listSeenReady: (since: string) => readonly OrderAlert[];
  /** Notes what happened about these orders' bags that nobody comes for; see `Reminder`. */
  readonly remind: (orderIds: readonly string[], change: Partial<Reminder>) => void;
  readonly alertsOf: (subject: string) => readonly Alert[];
  readonly markShown: (alertIds: readonly string[], at: string) => void;
  /** Returns the alerts that were open and now are not. Unknown or closed ids are passed over. */
  readonly acknowledge: (alertIds: readonly string[], by: string, at: string) => readonly Alert[];
  /** Takes an acknowledgement back; what closed meanwhile stays closed. */
  readonly unacknowledge: (alertIds: readonly string[]) => void;
  /** Start of the last run that read every page of a window; null before the first. */
  readonly lastCompleteSync: () => string | null;
  readonly saveCompleteSync: (startedAt: string) => void;
  /**
   * When there was news of an order last, by the platform's clock; this computer's only tells it where the platform did not
   * say. null without orders.
   */
  readonly newestNewsAt: () => string | null;
  /**
   * Removes orders with all that hangs on them, and deliveries, of which there was no news since `before`, neither by the
   * platform's word nor here. Answers how many orders went; one with an open alert stays.
   */
  readonly purge: (before: string) => number;
};

/** What is kept, read outside of a transaction. */
export type KeptReader = Pick<OrderTransaction, 'findOrder' | 'findAlerts' | 'hasEvent' | 'hasStep'>;

/** A store that can also be asked for all that a transaction would find. */
export type OpenOrderStore = OrderStore & { readonly kept: KeptReader };

/** Applies news to the store. The only way an order is written. */
export type Ingest = (orders: readonly IncomingOrder[], source: OrderSource) => readonly ApplyOutcome[];
