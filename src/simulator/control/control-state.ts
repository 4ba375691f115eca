import type { Language } from '../../shared/settings/settings.ts';
import { CATALOGUE } from '../orders/catalogue.ts';
import { SCENARIOS } from '../scenarios/run-scenario.ts';
import { DEFAULT_SWITCHES, switchKind } from '../api/switches.ts';
import { orderTotals, soldCents } from '../orders/totals.ts';
import type { Simulator } from '../contract.ts';
import type { SimLine, SimOrder } from '../orders/order-model.ts';
import type { WebhookDelivery } from '../webhook/webhook-sender.ts';
import { CHOICE_LABELS, SWITCH_LABELS } from '../api/switch-labels.ts';
import type { SwitchKind, SwitchName } from '../api/switches.ts';
import { own } from '../../shared/own.ts';

export type SwitchGroup = {
  readonly title: Readonly<Record<Language, string>>;
  readonly switches: readonly ListedSwitch[];
};
type ListedSwitch = SwitchKind & {
  readonly name: SwitchName;
  readonly label: Readonly<Record<Language, string>>;
  readonly choiceLabels: Readonly<Record<string, Readonly<Record<Language, string>>>>;
};

/** Every switch with its texts, in the order of the control page. */
export const SWITCH_GROUPS: readonly SwitchGroup[] = SWITCH_LABELS.map(({ title, switches }) => ({
  title,
  switches: switches.map(([name, es, en]) => {
    const kind = switchKind(name);
    const choices = kind.kind === 'choice' ? kind.choices : [];
    const choiceLabels: Record<string, Readonly<Record<Language, string>>> = {};
    for (const choice of choices)
      choiceLabels[choice] = own(CHOICE_LABELS, choice) ?? { es: choice, en: choice };
    return { ...kind, name, label: { es, en }, choiceLabels };
  }),
}));

const LOG_ROWS = 60;

/** What the control page shows; it does not contain the webhook's secret. */
export type ControlState = ReturnType<typeof readState>;
export type OrderState = ReturnType<typeof orderState>;
export type LineState = ReturnType<typeof lineState>;
/** What does not change while the simulator runs. */
export type About = ReturnType<typeof readAbout>;

/** Returns the newest `limit` orders and everything else that changes. */
export function readState(simulator: Simulator, limit: number) {
  const orders = simulator.orders.list();
  const switches = simulator.switches.get();
  const target = simulator.webhooks.target();
  const counts: Record<string, number> = {};
  for (const order of orders) counts[order.status] = (counts[order.status] ?? 0) + 1;
  return {
    orderCount: orders.length,
    counts,
    orders: orders
      .slice(-limit)
      .toReversed()
      .map((order) => orderState(order, switches.totalsRecomputed)),
    shops: simulator.shops().map(({ storeId, name }) => ({ storeId, name })),
    webhook: target === null ? null : { url: target.url, hasSecret: target.secret !== '' },
    switches,
    faults: simulator.faults.list(),
    autoEverySeconds: toSeconds(simulator.auto.everyMs()),
    deliveries: simulator.webhooks.log.slice(-LOG_ROWS).toReversed().map(deliveryState),
    requests: simulator.requests.slice(-LOG_ROWS).toReversed(),
    outcomes: simulator.outcomes(),
  };
}

/** Returns the part that the page reads only once. */
export function readAbout(simulator: Simulator) {
  return {
    ...simulator.connection(),
    switchGroups: SWITCH_GROUPS,
    defaultSwitches: DEFAULT_SWITCHES,
    scenarios: SCENARIOS.map(({ name, title, story }) => ({ name, title, story })),
    catalogue: CATALOGUE.map(({ sku, name, unit, section }) => ({ sku, name, unit, section })),
  };
}

function toSeconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

function orderState(order: SimOrder, recomputed: boolean) {
  return {
    id: order.id,
    code: order.code,
    externalId: order.externalId,
    status: order.status,
    oddStatus: order.oddStatus,
    storeId: order.shop.storeId,
    customer: order.customer?.firstName ?? null,
    comment: order.comment,
    isPreorder: order.isPreorder,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    totalCents: orderTotals(order, recomputed).orderTotalCents,
    cancellation: order.cancellation,
    lines: order.lines.map(lineState),
  };
}

function lineState(line: SimLine) {
  return {
    id: line.id,
    sku: line.product.sku,
    name: line.product.name,
    unit: line.product.unit,
    status: line.status,
    replaces: line.replaces,
    ordered: line.ordered,
    picked: line.picked,
    instructions: line.instructions,
    soldCents: soldCents(line),
  };
}

function deliveryState(delivery: WebhookDelivery) {
  const last = delivery.tries.at(-1);
  return {
    number: delivery.number,
    orderId: delivery.orderId,
    code: delivery.code,
    orderStatus: delivery.orderStatus,
    state: delivery.state,
    tries: delivery.tries.length,
    status: last?.status ?? null,
    error: last?.error ?? null,
    ms: last?.ms ?? null,
    queuedAt: delivery.queuedAt,
  };
}
