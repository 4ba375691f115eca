import type { Language } from '../shared/settings/settings.ts';
import type { AutoOrders } from './orders/auto-orders.ts';
import type { Faults } from './api/faults.ts';
import type { Access, Client } from './api/oauth.ts';
import type { Shop, SimOrder } from './orders/order-model.ts';
import type { SimOrders } from './orders/orders.ts';
import type { ApiRequest } from './api/request-log.ts';
import type { ScenarioName, ScenarioOutcome } from './scenarios/scenario.ts';
import type { SeedOptions } from './orders/seed.ts';
import type { SwitchBoard, SwitchChanges } from './api/switches.ts';
import type { WebhookSender, WebhookTarget } from './webhook/webhook-sender.ts';

export type SimulatorOptions = {
  /** 0 or not given: any free port. */
  readonly port?: number;
  readonly chainId?: string;
  readonly vendorId?: string;
  readonly shopName?: string;
  /** Other stores of the chain, besides `vendorId`. */
  readonly otherVendorIds?: readonly string[];
  /** Static Bearer tokens. */
  readonly tokens?: readonly string[];
  readonly clients?: readonly Client[];
  readonly webhook?: WebhookTarget | null;
  readonly switches?: SwitchChanges;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** Code of the first order; after 9999 comes 1. */
  readonly firstCode?: number;
  /** Of the control page. */
  readonly language?: Language;
  /** The same seed creates the same orders. */
  readonly seed?: number;
};

type Connection = {
  readonly baseUrl: string;
  readonly controlUrl: string;
  readonly chainId: string;
  readonly vendorId: string;
  readonly tokens: readonly string[];
  readonly clients: readonly Client[];
};

/** PedidosYa on loopback: the orders part of its Partner API and its webhook sender. */
export type Simulator = {
  /** Starts once; a stopped simulator cannot be started again. Rejects when the port is taken. */
  readonly start: () => Promise<{ readonly port: number; readonly baseUrl: string }>;
  readonly stop: () => Promise<void>;
  readonly orders: SimOrders;
  /** Returns the order's current JSON, for GET and for the webhook. */
  readonly jsonOf: (id: string) => Readonly<Record<string, unknown>>;
  /** Makes `count` orders at once, without webhooks, spread over `days` (default 30) and mostly finished. */
  readonly seed: (count: number, options?: SeedOptions) => readonly SimOrder[];
  readonly switches: SwitchBoard;
  readonly faults: Faults;
  readonly webhooks: WebhookSender;
  readonly setWebhook: (target: WebhookTarget | null) => void;
  readonly access: Pick<Access, 'revokeIssued' | 'setTokens'>;
  readonly shops: () => readonly Shop[];
  /** Adds another store of the chain. */
  readonly addShop: (storeId: string) => Shop;
  /** Plays T1 to T22 and returns what a correct client must have at the end. */
  readonly runScenario: (name: ScenarioName) => Promise<ScenarioOutcome>;
  /** The last outcome of every scenario that was played. */
  readonly outcomes: () => readonly ScenarioOutcome[];
  readonly auto: AutoOrders;
  /** Sends the webhook of an order's current state again. */
  readonly resend: (id: string) => void;
  /** What a client needs to connect; the address is empty until the simulator runs. */
  readonly connection: () => Connection;
  /** The requests of clients to the API, oldest first. */
  readonly requests: readonly ApiRequest[];
  readonly clearRequests: () => void;
  /** Calls the function after every change; returns a function that ends this. */
  readonly onChange: (listener: () => void) => () => void;
};
