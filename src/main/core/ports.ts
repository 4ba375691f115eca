import type { Alert } from '../../shared/alert.ts';
import type { DeliveryOutcome } from '../../shared/delivery.ts';
import type { Order, OrderShop, OrderSource, OrderSummary, StoredOrder } from '../../shared/order.ts';
import type { PartnerError } from '../../shared/partner.ts';
import type { Result } from '../../shared/result.ts';
import type { SaveErrorCode } from '../../shared/ipc-contract.ts';
import type { SecretBindings, SecretName, SecretStatuses } from '../../shared/settings.ts';
import type { TestRoad } from '../../shared/setup.ts';

/** Now, as ISO 8601 UTC with milliseconds. */
export type Now = () => string;

/** An order as it arrived: read, and its body with personal data cut out, ready to be kept. */
export type IncomingOrder = {
  readonly order: Order;
  /** JSON text without address, phone and personal ids. */
  readonly body: string;
  /** SHA-256 (hex) of the body in a canonical form: the same news has the same digest, by webhook or in a list. */
  readonly digest: string;
};

/** What the body of a webhook turned out to be; `several`: a list of such. */
export type ParsedWebhook = ParsedOne | { readonly kind: 'several'; readonly parts: readonly ParsedOne[] };

export type ParsedOne =
  | { readonly kind: 'order'; readonly order: IncomingOrder }
  /** An order that names another store. */
  | { readonly kind: 'other-shop'; readonly orderId: string; readonly code: string }
  /** An order that names its store, while this computer does not know its own. */
  | { readonly kind: 'unknown-shop'; readonly shop: OrderShop }
  /** One of the app's own; see `core/test-gate`. */
  | { readonly kind: 'test'; readonly road: TestRoad }
  /** Catalogue jobs may call the same address. Source: docs/partner-api.md, "Webhook". */
  | { readonly kind: 'catalogue-callback' }
  /** `detail` names fields, never their values. */
  | { readonly kind: 'not-an-order'; readonly detail: string };

/** One row per HTTP request on the webhook. */
export type Delivery = {
  /** ISO UTC: when the request began. */
  readonly at: string;
  readonly outcome: DeliveryOutcome;
  /** HTTP status answered. */
  readonly status: number;
  /** Milliseconds from the request line to the answer. */
  readonly ms: number;
  /** Bytes of body received. */
  readonly bytes: number;
  readonly orderId: string | null;
  /** Already redacted: field names, sizes, a user agent. Never a secret, never a customer. */
  readonly detail: string | null;
};

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
};

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
  readonly countOrders: () => number;
  /** Alerts not acknowledged and not closed, oldest first. */
  readonly openAlerts: () => readonly Alert[];
  readonly alertsOf: (subject: string) => readonly Alert[];
  readonly markShown: (alertIds: readonly string[], at: string) => void;
  /** Answers the alerts that were open and now are not. Unknown or closed ids are passed over. */
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
export type ReceiveOrder = (orders: readonly IncomingOrder[], source: OrderSource) => readonly ApplyOutcome[];

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

export type SecretVault = {
  /** null when there is none. Every call ends within the vault's time limit. */
  readonly read: (name: SecretName) => Promise<Result<string | null, VaultError>>;
  /**
   * As `read`, to be sent there: the only way by which a secret leaves. One of which nobody knows where it belongs is bound
   * to the first place that it is asked for.
   */
  readonly readFor: (
    name: SecretName,
    to: string,
  ) => Promise<Result<string | null, VaultError | BoundElsewhere>>;
  /** `to`: where it may be sent from then on; without it, the first place that it is asked for. */
  readonly save: (name: SecretName, value: string, to?: string | null) => Promise<Result<null, VaultError>>;
  /** Of the secrets that were read. */
  readonly bindings: () => SecretBindings;
  /** Binds a secret that was read to another place. */
  readonly bind: (name: SecretName, to: string) => void;
  readonly forget: (name: SecretName) => Promise<Result<null, VaultError>>;
  /** `again`: what was not there is looked for once more; what was read is still that. */
  readonly statuses: (how?: { readonly again: boolean }) => Promise<Result<SecretStatuses, VaultError>>;
};
/** A secret that was typed for another place stays here. */
export type BoundElsewhere = { readonly code: 'bound-elsewhere'; readonly detail: null };
export type VaultError = {
  readonly code: Extract<
    SaveErrorCode,
    'keychain-unavailable' | 'keychain-locked' | 'keychain-timeout' | 'invalid'
  >;
  readonly detail: string | null;
};

export type DeliveryLog = {
  readonly add: (delivery: Delivery) => void;
  /** Newest first. */
  readonly recent: (limit: number) => readonly Delivery[];
};

/** An orders file that could not be used and was put aside under this name, in its folder. */
export type SetAsideFile = { readonly name: string; readonly why: 'damaged' | 'newer' };

/** Why the store takes nothing, as far as a person can do something about it. */
export type StoreTrouble = 'full' | 'locked' | 'unwritable';

/** Facts about asking the platform that outlive a restart. Times are ISO UTC. */
export type SyncNote =
  | 'last-contact'
  | 'last-week-sweep'
  | 'last-full-sweep'
  | 'outage-since'
  | 'clock-offset'
  | 'clock-at'
  | 'webhook-proof';
export type SyncNotes = {
  readonly read: (note: SyncNote) => string | null;
  readonly save: (note: SyncNote, value: string) => void;
  readonly forget: (note: SyncNote) => void;
  /** Orders that say READY since some time between `from` and `to` and were not asked for since `askedBefore`; newest first. */
  readonly staleReady: (query: {
    readonly from: string;
    readonly to: string;
    readonly askedBefore: string;
    readonly limit: number;
  }) => readonly string[];
  readonly markAsked: (orderId: string, at: string) => void;
  /** When the platform last called with an order of this shop. */
  readonly lastWebhookAt: () => string | null;
};
