import { soldCents } from '../orders/totals.ts';
import type { AlertKind } from '../../shared/orders/alert.ts';
import type { SimOrder } from '../orders/order-model.ts';
import type { WebhookDelivery } from '../webhook/webhook-sender.ts';
import type { ExpectedDelivery, ExpectedOrder, Stage } from './scenario.ts';

/** Returns what a client must know about an order. */
export function expectOrder(
  order: SimOrder,
  known: ExpectedOrder['known'],
  alerts: readonly AlertKind[],
): ExpectedOrder {
  return {
    orderId: order.id,
    code: order.code,
    known,
    status: order.oddStatus === null ? order.status : 'UNKNOWN',
    statusText: order.oddStatus ?? order.status,
    alerts: known === 'never' ? [] : alerts,
    afterPickUp: order.cancellation?.afterPickUp ?? null,
    lines: order.lines.map((line) => {
      const isSold = line.status !== 'NOT_FOUND' && line.status !== 'REPLACED';
      const amount = isSold ? (line.picked ?? line.ordered) : null;
      const isKg = line.product.unit === 'KG';
      return {
        sku: line.product.sku,
        status: line.status,
        pieces: isKg ? 0 : (amount?.pieces ?? 0),
        grams: amount?.grams ?? 0,
      };
    }),
    pickedMinor: order.lines.reduce((sum, line) => sum + soldCents(line), 0),
  };
}

export function expectDelivery(
  delivery: WebhookDelivery | null,
  state: ExpectedDelivery['state'],
  status: number | null,
  tries = 1,
): readonly ExpectedDelivery[] {
  if (delivery === null) return [];
  return [{ delivery: delivery.number, orderId: delivery.orderId, state, status, tries }];
}

/** Sends the webhook of the order's current state; returns how a client can know of it and how the delivery must end. */
export async function announce(
  stage: Stage,
  order: SimOrder,
): Promise<{ readonly known: 'webhook' | 'api'; readonly deliveries: readonly ExpectedDelivery[] }> {
  const delivery = await stage.send(stage.messageOf(order));
  return {
    known: stage.hasWebhook ? 'webhook' : 'api',
    deliveries: expectDelivery(delivery, 'delivered', 200),
  };
}
