import { createAutoOrders } from './orders/auto-orders.ts';
import { createApiHandler } from './api/api-handler.ts';
import { isAnnounced, toMessage } from './control/announcer.ts';
import { createFaults } from './api/faults.ts';
import { createHttpListener } from './api/http-listener.ts';
import { createAccess } from './api/oauth.ts';
import { createOrders } from './orders/orders.ts';
import { createOrderNumbers } from './orders/orders.ts';
import { toOrderJson } from './orders/order-json.ts';
import { createRandom } from './orders/random.ts';
import { createRateLimit } from './api/rate-limit.ts';
import { createRequestLog } from './api/request-log.ts';
import { findDeadUrl, runScenario } from './scenarios/run-scenario.ts';
import { seedOrders } from './orders/seed.ts';
import { createShops, DEMO_CHAIN_ID, DEMO_TOKEN, DEMO_VENDOR_ID, OTHER_VENDOR_ID } from './orders/shops.ts';
import { createSwitchBoard } from './api/switches.ts';
import { createWebhookSender } from './webhook/webhook-sender.ts';
import type { Simulator, SimulatorOptions } from './contract.ts';
import type { Handler } from './api/http-listener.ts';
import type { SimOrder } from './orders/order-model.ts';
import type { ScenarioName, ScenarioOutcome, Stage } from './scenarios/scenario.ts';
import type { SeedOptions } from './orders/seed.ts';

const FIRST_CODE = 4821;

/** Builds a simulator that shares nothing with any other. `toControl`: handles `/simulator`, if given. */
export function createPlatform(
  options: SimulatorOptions,
  toControl?: (simulator: Simulator) => Handler,
): Simulator {
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
  const numbers = createOrderNumbers(options.firstCode ?? FIRST_CODE);
  const random = createRandom(options.seed ?? FIRST_CODE);
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
  const auto = createAutoOrders({
    orders,
    random: createRandom(options.seed ?? FIRST_CODE),
    onChange: changed,
  });
  const outcomes = new Map<ScenarioName, ScenarioOutcome>();

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

  const play = async (name: ScenarioName): Promise<ScenarioOutcome> => {
    const outcome = await runScenario(name, stage());
    outcomes.set(name, outcome);
    changed();
    return outcome;
  };

  const simulator: Simulator = {
    start: async () => {
      const port = await listener.start(options.port ?? 0);
      return { port, baseUrl: listener.baseUrl() };
    },
    stop: async () => {
      auto.stop();
      await webhooks.stop();
      await listener.stop();
    },
    orders,
    jsonOf: (id) => toOrderJson(orders.get(id), switches.get()),
    seed,
    switches,
    faults,
    webhooks,
    setWebhook: webhooks.setTarget,
    resend: (id) => void webhooks.announce(toMessage(orders.get(id), switches.get())),
    runScenario: play,
    outcomes: () => [...outcomes.values()],
    auto,
    access,
    shops: shops.list,
    addShop: shops.add,
    connection: () => ({
      baseUrl: listener.baseUrl(),
      controlUrl: `${listener.baseUrl()}/simulator/`,
      chainId: shops.first().chainId,
      vendorId: shops.first().storeId,
      tokens: access.tokens(),
      clients: options.clients ?? [],
    }),
    get requests() {
      return requests.list();
    },
    clearRequests: requests.clear,
    onChange: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };

  const listener = createHttpListener({
    control: toControl?.(simulator),
    api: createApiHandler({
      orders,
      shops: shops.list,
      access,
      rateLimit,
      faults,
      switches: switches.get,
      requests,
      now,
    }),
  });
  return simulator;
}
