import type { Language } from '../../shared/settings/settings.ts';
import type { AlertKind } from '../../shared/orders/alert.ts';
import type { OrderStatus } from '../../shared/orders/order.ts';
import type { Faults } from '../api/faults.ts';
import type { Access } from '../api/oauth.ts';
import type { Shop, SimLineStatus, SimOrder } from '../orders/order-model.ts';
import type { SimOrders } from '../orders/orders.ts';
import type { SeedOptions } from '../orders/seed.ts';
import type { SwitchBoard } from '../api/switches.ts';
import type { SendOptions, WebhookDelivery, WebhookMessage } from '../webhook/webhook-sender.ts';

export const SCENARIO_NAMES = [
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
  'T13',
  'T14',
  'T15',
  'T16',
  'T17',
  'T18',
  'T19',
  'T20',
  'T21',
  'T22',
] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/** Everything that a scenario may use. */
export type Stage = {
  readonly orders: SimOrders;
  readonly switches: SwitchBoard;
  readonly faults: Faults;
  readonly access: Pick<Access, 'revokeIssued'>;
  /** The store that the client requests. */
  readonly shop: Shop;
  /** Another store of the same chain; created when there was none. */
  readonly otherShop: () => Shop;
  readonly seed: (count: number, options: SeedOptions) => readonly SimOrder[];
  /** Returns the message of the order's current state. */
  readonly messageOf: (order: SimOrder) => WebhookMessage;
  /** Sends to the shop's webhook and waits for the outcome; null when no webhook is set. */
  readonly send: (message: WebhookMessage, options?: SendOptions) => Promise<WebhookDelivery | null>;
  readonly hasWebhook: boolean;
  /** Returns an address on this computer without a listener. */
  readonly deadUrl: () => Promise<string>;
};

/** What a correct client must know of an order after the scenario and one complete reading of the list. */
export type ExpectedOrder = {
  readonly orderId: string;
  readonly code: string;
  /** How the client can learn of it; `never`: it must not store it. */
  readonly known: 'webhook' | 'api' | 'never';
  readonly status: OrderStatus;
  /** The status as it is sent. */
  readonly statusText: string;
  /** Alerts that must be open when none was acknowledged. */
  readonly alerts: readonly AlertKind[];
  readonly afterPickUp: boolean | null;
  readonly lines: readonly ExpectedLine[];
  /** Cents of the goods that were picked. */
  readonly pickedMinor: number;
};

export type ExpectedLine = {
  readonly sku: string;
  readonly status: SimLineStatus;
  /** Sold: pieces for UNIT, grams for KG; 0 when it was not found or was replaced. */
  readonly pieces: number;
  readonly grams: number;
};

/** How one delivery must end. */
export type ExpectedDelivery = {
  readonly delivery: number;
  readonly orderId: string | null;
  readonly state: 'delivered' | 'failed';
  /** Status of the last try; null: no response. */
  readonly status: number | null;
  readonly tries: number;
};

export type ScenarioOutcome = {
  readonly name: ScenarioName;
  readonly orders: readonly ExpectedOrder[];
  readonly deliveries: readonly ExpectedDelivery[];
};

export type Scenario = {
  readonly name: ScenarioName;
  readonly title: Readonly<Record<Language, string>>;
  /** The steps of a scenario, and what a correct client must have at the end. */
  readonly story: Readonly<Record<Language, string>>;
  readonly run: (stage: Stage) => Promise<Omit<ScenarioOutcome, 'name'>>;
};
