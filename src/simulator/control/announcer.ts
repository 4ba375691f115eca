import { toOrderJson } from '../orders/order-json.ts';
import type { SimOrder } from '../orders/order-model.ts';
import type { Switches } from '../api/switches.ts';
import type { WebhookMessage } from '../webhook/webhook-sender.ts';

/** Pelican Picking announces two statuses and no more. Source: docs/partner-api.md, "Webhook". */
export function isAnnounced(order: SimOrder, switches: Switches): boolean {
  if (switches.webhookSendsAll || order.oddStatus !== null) return true;
  if (order.status === 'RECEIVED') return switches.webhookSendsReceived;
  return order.status === 'READY_FOR_PICKUP' || order.status === 'CANCELLED';
}

/** Builds the message of the order's current state, to be sent later: later changes of the order do not change it. */
export function toMessage(order: SimOrder, switches: Switches): WebhookMessage {
  const json = toOrderJson(order, switches, 'webhook');
  return {
    orderId: order.id,
    code: order.code,
    status: String(json['status']),
    body: JSON.stringify(json),
  };
}
