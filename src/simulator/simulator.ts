import { createServer } from 'node:http';
import { createApiHandler } from './api-handler.ts';
import { createFaults } from './faults.ts';
import { createAccess } from './oauth.ts';
import { createOrders } from './orders.ts';
import { toOrderJson } from './order-json.ts';
import { isAnnounced, toMessage } from './announcer.ts';
import { createOrderNumbers } from './order-numbers.ts';
import { findDeadUrl, runScenario } from './scenarios/run-scenario.ts';
import { seedOrders } from './seed.ts';
import { createShops, DEMO_CHAIN_ID, DEMO_VENDOR_ID } from './shops.ts';
import { createRandom } from './random.ts';
import { createRateLimit } from './rate-limit.ts';
import { createRequestLog } from './request-log.ts';
import { createSwitchBoard } from './switches.ts';
import { createWebhookSender } from './webhook-sender.ts';
import type { Faults } from './faults.ts';
import type { Access, Client } from './oauth.ts';
import type { Shop, SimOrder } from './order-model.ts';
import type { ScenarioName, ScenarioOutcome, Stage } from './scenarios/scenario.ts';
import type { SeedOptions } from './seed.ts';
import type { SimOrders } from './orders.ts';
import type { ApiRequest } from './request-log.ts';
import type { SwitchBoard, SwitchChanges } from './switches.ts';
import type { WebhookSender, WebhookTarget } from './webhook-sender.ts';

export const DEMO_TOKEN = 'token-de-practica';
const OTHER_VENDOR_ID = '998877';

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
  /** The same seed invents the same orders. */
  readonly seed?: number;
};

/** PedidosYa on loopback: the orders part of its Partner API and its webhook sender. */
export type Simulator = {
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
  /** What clients asked of the API, oldest first. */
  readonly requests: readonly ApiRequest[];
  readonly clearRequests: () => void;
  /** Calls back after every change; answers a function that ends it. */
  readonly onChange: (listener: () => void) => () => void;
};

const HOST = '127.0.0.1';
const SERVER_TIMEOUTS = { headersTimeout: 5000, requestTimeout: 15_000, keepAliveTimeout: 5000 };

/** Builds a simulator that owns everything it needs; nothing is shared between two of them. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const now = options.now ?? Date.now;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const shops = createShops({
    chainId: options.chainId ?? DEMO_CHAIN_ID,
    vendorId: options.vendorId ?? DEMO_VENDOR_ID,
    shopName: options.shopName,
    otherVendorIds: options.otherVendorIds,
  });
  const numbers = createOrderNumbers(options.firstCode ?? 4821);
  const random = createRandom(options.seed ?? 4821);
  const switches = createSwitchBoard(options.switches ?? {}, changed);
  const faults = createFaults(changed);
  const requests = createRequestLog(changed);
  const rateLimit = createRateLimit(now);
  const webhooks = createWebhookSender({
    switches: switches.get,
    target: options.webhook ?? null,
    onChange: changed,
  });
  const orders = createOrders({
    shops: shops.list,
    now,
    random,
    numbers,
    onNews: (order) => {
      if (isAnnounced(order, switches.get())) void webhooks.announce(toMessage(order, switches.get()));
    },
    onChange: changed,
  });
  const access = createAccess({
    tokens: options.tokens ?? [DEMO_TOKEN],
    clients: options.clients ?? [],
    chainId: options.chainId ?? DEMO_CHAIN_ID,
    switches: switches.get,
    rateLimit,
    now,
  });
  const timers = new Set<NodeJS.Timeout>();
  const handleApi = createApiHandler({
    orders,
    shops: shops.list,
    access,
    rateLimit,
    faults,
    switches: switches.get,
    requests,
    now,
    later: (work, ms) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        work();
      }, ms);
      timers.add(timer);
    },
  });
  const server = createServer(SERVER_TIMEOUTS, (request, response) => {
    handleApi(request, response).catch(() => response.destroy());
  });

  const seed = (count: number, seedOptions: SeedOptions = {}): readonly SimOrder[] => {
    const made = seedOrders(count, seedOptions, { shop: shops.first(), now: now(), random, numbers });
    orders.adopt(made);
    return made;
  };
  const stage = (): Stage => ({
    orders,
    switches,
    faults,
    access,
    shop: shops.first(),
    otherShop: () => shops.list()[1] ?? shops.add(OTHER_VENDOR_ID),
    seed,
    messageOf: (order) => toMessage(order, switches.get()),
    send: webhooks.send,
    hasWebhook: webhooks.target() !== null,
    deadUrl: findDeadUrl,
  });

  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port ?? 0, HOST, () => {
          const address = server.address();
          const port = address !== null && typeof address === 'object' ? address.port : 0;
          resolve({ port, baseUrl: `http://${HOST}:${port}` });
        });
      }),
    stop: async () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await webhooks.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
    orders,
    jsonOf: (id) => toOrderJson(orders.get(id), switches.get()),
    seed,
    switches,
    faults,
    webhooks,
    setWebhook: webhooks.setTarget,
    runScenario: (name) => runScenario(name, stage()),
    access,
    shops: shops.list,
    addShop: shops.add,
    get requests() {
      return requests.list();
    },
    clearRequests: requests.clear,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
