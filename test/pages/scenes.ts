import type { FakeMain } from '../fakes/mostrador-api.ts';
import { healthOf } from '../fakes/mostrador-api.ts';
import { SAMPLE_SETTINGS } from '../fakes/sample-settings.ts';
import { minutesAgo, sampleAlert, sampleDetail, sampleOrder } from '../renderer/sample-orders.ts';
import {
  DELIVERY_OUTCOMES,
  deliveryGroup,
  deliveryOrigin,
  type DeliveryEntry,
  type DeliveryOutcome,
} from '../../src/shared/health/delivery.ts';
import { REPORT_FILES, type DiagnosticsReport } from '../../src/shared/health/diagnostics.ts';
import type { OrderSummary } from '../../src/shared/orders/order.ts';
import type { Language } from '../../src/shared/settings/settings.ts';
import { RARE_SCENES, rareScene } from './rare-scenes.ts';
import { setupScene, SETUP_SCENES } from './setup-scenes.ts';

/** What main would know in each scene; the names stand in the address of the page. */
export const SCENES = [
  'day',
  'paper',
  'empty',
  'trouble',
  'busy',
  'odd',
  'hands',
  ...RARE_SCENES,
  ...SETUP_SCENES,
] as const;
export type Scene = (typeof SCENES)[number];

const BUSY_ORDERS = 3_000;

/** Returns the start of a fake main process for a scene. Times count back from now. */
export function sceneOf(scene: Scene, language: Language): Partial<FakeMain> {
  const settings = { ...SAMPLE_SETTINGS, language };
  const health = healthOf({ since: minutesAgo(1, Date.now()) });
  switch (scene) {
    case 'day':
      return { settings, health, ...withOrders(orderlyDay()), unclaimed: [bagOf(ready('4817', 24))] };
    case 'paper':
      return {
        settings: {
          ...settings,
          paper: { ...settings.paper, way: 'network', host: '192.168.1.50', automatic: true },
        },
        ...withOrders(orderlyDay()),
        health: { ...health, printer: { ...health.printer, state: 'degraded', code: 'printer-no-paper' } },
        slips: new Map([['id-4821', 'doubtful']]),
      };
    case 'hands': {
      const hands = {
        shortcut: 'Ctrl+Alt+M',
        initials: ['ANA', 'LU', 'M', 'Ñ2'],
        atCounter: 'LU',
        voice: true,
      };
      return {
        settings: { ...settings, hands },
        health,
        shortcut: { state: 'unproven', isWayland: false },
        ...withOrders(orderlyDay()),
      };
    }
    case 'empty':
      return { settings, health };
    case 'trouble':
      return {
        settings,
        ...withOrders(orderlyDay()),
        health: { ...health, partner: { ...health.partner, state: 'down', code: 'partner-offline' } },
      };
    case 'odd':
      return {
        settings,
        ...withOrders(oddOrders()),
        deliveries: DELIVERY_OUTCOMES.map((outcome, index) => oddDelivery(outcome, 99 - index)),
        report: oddReport(),
        health: { ...health, tunnel: { ...health.tunnel, state: 'degraded', code: 'tunnel-unproven' } },
      };
    case 'busy':
      return { settings, health, ...withOrders(busyMonths()) };
    case 'demo':
    case 'demo-stopped':
    case 'copy':
    case 'unsent':
      return { health, ...withOrders(orderlyDay()), ...rareScene(scene, settings) };
    default:
      return setupScene(scene, language);
  }
}

function bagOf({ id, code, customerFirstName, at }: OrderSummary) {
  return { orderId: id, code, customerFirstName, since: at };
}

function withOrders(orders: readonly OrderSummary[]): Partial<FakeMain> {
  const alerted = orders.slice(0, 3);
  return {
    orders: [...orders],
    details: new Map(orders.slice(0, 50).map((order) => [order.id, sampleDetail(order)])),
    alerts: alerted.map((order) => sampleAlert(order, order.status === 'CANCELLED' ? 'cancelled' : 'ready')),
  };
}

function orderlyDay(): OrderSummary[] {
  return [
    ready('4821', 2),
    ready('4822', 11),
    cancelled('4819', 6),
    ready('4817', 24),
    pickedUp('4811', 55),
    pickedUp('4808', 130),
  ];
}

/** Codes, names and states that need more room, or another script, than the usual ones. */
function oddOrders(): OrderSummary[] {
  return [
    { ...ready('4821', 4), customerFirstName: 'María de los Ángeles', collectMinor: 45_470 },
    {
      ...cancelled('8421', 6),
      cancellation: { by: 'VENDOR', reason: 'ITEM_UNAVAILABLE', afterPickUp: false },
    },
    { ...ready('WXFR-2440-RTBS-12345', 11), customerFirstName: 'Maximiliano', isPreorder: true },
    { ...ready('AB12CD34', 130), customerFirstName: 'יהונתן' },
    { ...ready('S-12', 20), customerFirstName: 'عبد الرحمن', collectMinor: 1_234_500 },
    { ...ready('S12', 24), customerFirstName: 'ณัฐวุฒิ', collectText: 'USD 20 o UYU 1.290' },
    { ...ready('ABCDEFGHIJ0123456789', 31), customerFirstName: null },
    { ...ready('4600', 3), status: 'ACCEPTED', statusText: 'ACCEPTED' },
    { ...cancelled('4555', 50), cancellation: { by: 'CUSTOMER', reason: null, afterPickUp: true } },
    { ...ready('4700', 70), handedOverAt: minutesAgo(60, Date.now()) },
    pickedUp('4701', 1_500),
    { ...pickedUp('WXFR-2440-RTBS-99999', 3_000), customerFirstName: 'Wolfeschlegelstein' },
  ];
}

function oddDelivery(outcome: DeliveryOutcome, id: number): DeliveryEntry {
  const isAboutOrder = deliveryOrigin(outcome) === 'order';
  return {
    id,
    at: minutesAgo(100 - id, Date.now()),
    outcome,
    status: deliveryGroup(outcome) === 'received' ? 200 : 401,
    ms: 3.21,
    bytes: 4_000,
    orderId: isAboutOrder ? 'id-4821' : null,
    code: isAboutOrder ? 'WXFR-2440-RTBS-12345' : null,
    isKept: outcome === 'stored',
    notes: [{ kind: 'agent', text: 'zgrab/0.x' }],
  };
}

function oddReport(): DiagnosticsReport {
  const text = 'at;part;state;code\n2026-03-12T12:00:00.000Z;partner;ok;ok\n'.repeat(60);
  const files = (['about', 'versions', 'settings', 'health', 'health-history', 'log'] as const).map((id) => ({
    id,
    name: REPORT_FILES[id],
    text,
  }));
  return { id: 1, madeAt: minutesAgo(1, Date.now()), files };
}

function busyMonths(): OrderSummary[] {
  return Array.from({ length: BUSY_ORDERS }, (_, index) => {
    const code = String(4_000 + index);
    return index < 40 ? ready(code, index) : pickedUp(code, index * 20);
  });
}

function ready(code: string, minutes: number): OrderSummary {
  return sampleOrder({ id: `id-${code}`, code, ...since(minutes) });
}

function pickedUp(code: string, minutes: number): OrderSummary {
  return sampleOrder({
    id: `id-${code}`,
    code,
    status: 'PICKED_UP',
    statusText: 'PICKED_UP',
    wasPickedUp: true,
    ...since(minutes),
  });
}

function cancelled(code: string, minutes: number): OrderSummary {
  return sampleOrder({
    id: `id-${code}`,
    code,
    status: 'CANCELLED',
    cancellation: { by: 'CUSTOMER', reason: 'CUSTOMER_REQUEST', afterPickUp: false },
    ...since(minutes),
  });
}

function since(minutes: number): Pick<OrderSummary, 'at' | 'firstSeenAt'> {
  const at = minutesAgo(minutes, Date.now());
  return { at, firstSeenAt: at };
}
