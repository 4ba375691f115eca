import type { AlertKind } from '../../shared/alert.ts';
import type { OrderStatus } from '../../shared/order.ts';
import type { BothLanguages } from '../both-languages.ts';
import type { Faults } from '../faults.ts';
import type { Access } from '../oauth.ts';
import type { Shop, SimLineStatus, SimOrder } from '../order-model.ts';
import type { SimOrders } from '../orders.ts';
import type { SeedOptions } from '../seed.ts';
import type { SwitchBoard } from '../switches.ts';
import type { SendOptions, WebhookDelivery, WebhookMessage } from '../webhook-sender.ts';

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

/** What a scenario may do. It reaches nothing else. */
export type Stage = {
  readonly orders: SimOrders;
  readonly switches: SwitchBoard;
  readonly faults: Faults;
  readonly access: Pick<Access, 'revokeIssued'>;
  /** The store that the client asks for. */
  readonly shop: Shop;
  /** Another store of the same chain; made when there was none. */
  readonly otherShop: () => Shop;
  readonly seed: (count: number, options: SeedOptions) => readonly SimOrder[];
  /** The order's message as it stands now. */
  readonly messageOf: (order: SimOrder) => WebhookMessage;
  /** Sends to the shop's webhook and waits until it is settled; null when no webhook is set. */
  readonly send: (message: WebhookMessage, options?: SendOptions) => Promise<WebhookDelivery | null>;
  readonly hasWebhook: boolean;
  /** An address on this computer where nobody listens. */
  readonly deadUrl: () => Promise<string>;
};

/** How an order has to look to a correct client after the scenario and one complete reading of the list. */
export type ExpectedOrder = {
  readonly orderId: string;
  readonly code: string;
  /** How the client can know of it at all; `never`: it must not keep it. */
  readonly known: 'webhook' | 'api' | 'never';
  readonly status: OrderStatus;
  /** The status as it is sent. */
  readonly statusText: string;
  /** Alerts that must be open when nobody has touched anything. */
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

/** How one delivery has to end. */
export type ExpectedDelivery = {
  readonly delivery: number;
  readonly orderId: string | null;
  readonly state: 'delivered' | 'failed';
  /** Status of the last try; null: nobody answered. */
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
  readonly title: BothLanguages;
  /** What happens and what a correct client ends up with. */
  readonly story: BothLanguages;
  readonly run: (stage: Stage) => Promise<Omit<ScenarioOutcome, 'name'>>;
};
