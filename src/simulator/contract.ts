import type { Language } from '../shared/settings.ts';
import type { AutoOrders } from './auto-orders.ts';
import type { Faults } from './faults.ts';
import type { Access, Client } from './oauth.ts';
import type { Shop, SimOrder } from './order-model.ts';
import type { SimOrders } from './orders.ts';
import type { ApiRequest } from './request-log.ts';
import type { ScenarioName, ScenarioOutcome } from './scenarios/scenario.ts';
import type { SeedOptions } from './seed.ts';
import type { SwitchBoard, SwitchChanges } from './switches.ts';
import type { WebhookSender, WebhookTarget } from './webhook-sender.ts';

export type SimulatorOptions = {
  /** 0 or not given: any free port. */
  readonly port?: number;
  readonly chainId?: string;
  readonly vendorId?: string;
  readonly shopName?: string;
  /** Further stores of the chain, beside the one of `vendorId`. */
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
  /** The same seed invents the same orders. */
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
  /** A stopped simulator is not started again. Rejects when the port is taken. */
  readonly start: () => Promise<{ readonly port: number; readonly baseUrl: string }>;
  readonly stop: () => Promise<void>;
  readonly orders: SimOrders;
  /** An order's JSON as GET and webhook write it now. */
  readonly jsonOf: (id: string) => Readonly<Record<string, unknown>>;
  /** Makes `count` orders at once, without webhooks, spread over `days` (default 30) and mostly finished. */
  readonly seed: (count: number, options?: SeedOptions) => readonly SimOrder[];
  readonly switches: SwitchBoard;
  readonly faults: Faults;
  readonly webhooks: WebhookSender;
  readonly setWebhook: (target: WebhookTarget | null) => void;
  readonly access: Pick<Access, 'revokeIssued' | 'setTokens'>;
  readonly shops: () => readonly Shop[];
  /** Another store of the chain. */
  readonly addShop: (storeId: string) => Shop;
  /** Plays T1 to T22 and says what a correct client has to end up with. */
  readonly runScenario: (name: ScenarioName) => Promise<ScenarioOutcome>;
  /** The last outcome of every scenario that was played. */
  readonly outcomes: () => readonly ScenarioOutcome[];
  readonly auto: AutoOrders;
  /** Announces an order again as it stands now. */
  readonly resend: (id: string) => void;
  /** What a client needs to reach it; the address is empty until it runs. */
  readonly connection: () => Connection;
  /** What clients asked of the API, oldest first. */
  readonly requests: readonly ApiRequest[];
  readonly clearRequests: () => void;
  /** Calls back after every change; answers a function that ends it. */
  readonly onChange: (listener: () => void) => () => void;
};
