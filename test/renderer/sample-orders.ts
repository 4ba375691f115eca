import { type OrderAlertKind, type OrderAlert, alertId } from '../../src/shared/orders/alert.ts';
import type { OrderDetail } from '../../src/shared/orders/orders-contract.ts';
import type { LineAmount, OrderLine, OrderSummary } from '../../src/shared/orders/order.ts';

export const NOW = Date.parse('2026-03-12T17:00:00.000Z');

export function minutesAgo(minutes: number, from: number = NOW): string {
  return new Date(from - minutes * 60_000).toISOString();
}

export function sampleOrder(change: Partial<OrderSummary> & Pick<OrderSummary, 'id' | 'code'>): OrderSummary {
  return {
    externalId: `mxuv-${change.code}`,
    status: 'READY_FOR_PICKUP',
    statusText: change.status ?? 'READY_FOR_PICKUP',
    at: minutesAgo(4),
    firstSeenAt: minutesAgo(4),
    promisedFor: null,
    isPreorder: false,
    customerFirstName: 'Lucía',
    lineCount: 4,
    totalMinor: 123_450,
    currency: 'UYU',
    cancellation: null,
    wasPickedUp: false,
    handedOverAt: null,
    collectMinor: null,
    ...change,
  };
}

export function sampleAlert(
  order: OrderSummary,
  kind: OrderAlertKind,
  raisedAt: string = order.at,
): OrderAlert {
  return {
    id: alertId(order.id, kind),
    subject: order.id,
    kind,
    code: order.code,
    customerFirstName: order.customerFirstName,
    reason: order.cancellation?.reason ?? null,
    raisedAt,
    since: order.at,
    source: 'webhook',
    shownAt: raisedAt,
    acknowledgedAt: null,
    acknowledgedBy: null,
    closedAt: null,
  };
}

function amount(
  unit: 'UNIT' | 'KG',
  count: number,
  unitPriceMinor: number,
  pieces: number | null = null,
): LineAmount {
  return { unit, amount: count, pieces, unitPriceMinor, totalMinor: Math.round(unitPriceMinor * count) };
}

export function sampleLine(change: Partial<OrderLine> & Pick<OrderLine, 'id' | 'name'>): OrderLine {
  return {
    sku: `SKU-${change.id}`,
    barcodes: [],
    imageUrl: null,
    instructions: null,
    status: 'IN_CART',
    replacesId: null,
    ordered: amount('UNIT', 2, 6_500),
    picked: amount('UNIT', 2, 6_500),
    ...change,
  };
}

/** Lines with every oddity: fewer than asked for, weighed, not found, replaced. */
export const SAMPLE_LINES: readonly OrderLine[] = [
  sampleLine({ id: '1', name: 'Leche entera Conaprole 1 L' }),
  sampleLine({
    id: '2',
    name: 'Manzana roja',
    ordered: amount('KG', 1, 12_900),
    picked: amount('KG', 1.245, 12_900, 6),
  }),
  sampleLine({
    id: '3',
    name: 'Galletitas María 200 g',
    ordered: amount('UNIT', 3, 4_200),
    picked: amount('UNIT', 2, 4_200),
  }),
  sampleLine({ id: '4', name: 'Pan lactal integral', status: 'NOT_FOUND', picked: null }),
  sampleLine({ id: '5', name: 'Yerba Canarias 1 kg', status: 'REPLACED', picked: null }),
  sampleLine({ id: '6', name: 'Yerba Baldo 1 kg', status: 'ADDITION', replacesId: '5', ordered: null }),
];

export function sampleDetail(summary: OrderSummary, change: Partial<OrderDetail['order']> = {}): OrderDetail {
  const order: OrderDetail['order'] = {
    id: summary.id,
    externalId: summary.externalId,
    code: summary.code,
    status: summary.status,
    statusText: summary.statusText,
    version: summary.at,
    createdAt: minutesAgo(30, Date.parse(summary.at)),
    promisedFor: summary.promisedFor,
    acceptedFor: null,
    orderType: 'DELIVERY',
    transportType: 'LOGISTICS_DELIVERY',
    isPreorder: summary.isPreorder,
    comment: 'Sin bolsa de plástico, por favor.',
    shop: {
      name: 'Almacén Don Pepe',
      chainId: null,
      countryCode: 'uy',
      storeId: '7253942',
      externalPartnerConfigId: null,
    },
    customer: { firstName: summary.customerFirstName, maskedPhone: null },
    lines: SAMPLE_LINES,
    currency: summary.currency,
    totals: {
      goodsMinor: 123_450,
      deliveryFeeMinor: 0,
      serviceFeeMinor: 2_900,
      discountMinor: 5_000,
      totalMinor: summary.totalMinor,
      pickedMinor: 121_350,
      paymentType: 'PAID',
      collectAtPickupMinor: null,
    },
    cancellation: summary.cancellation,
    ...change,
  };
  return {
    order,
    stored: {
      order,
      firstSeenAt: summary.firstSeenAt,
      lastChangedAt: summary.at,
      source: 'webhook',
      readyAt: summary.at,
      wasPickedUp: summary.wasPickedUp,
      handedOverAt: summary.handedOverAt,
    },
    alerts: [],
  };
}
