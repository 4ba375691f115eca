import { z } from 'zod';
import type { DeliveryNote } from '../../../shared/health/delivery-note.ts';
import type { CountryCode } from '../../../shared/orders/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { IncomingOrder } from '../../core/orders/types.ts';
import type { ParsedOne } from '../../core/inbound/types.ts';
import { isOurs } from '../../core/orders/shop.ts';
import { boundBody } from './bound-body.ts';
import { redactBody } from './redact-body.ts';
import { toOrder } from './to-order.ts';
import { count, text } from './wire-values.ts';
import { wireOrder } from './wire-order.ts';

/**
 * Reads one order. Fails only when `order_id` or `status` is missing or empty, or `order_id` too long; the note names fields, never their values.
 * Never throws, whatever JSON it is given. Source: docs/partner-api.md, "Order".
 */
export function parsePartnerOrder(
  body: unknown,
  { country }: { readonly country: CountryCode },
): Result<IncomingOrder, { readonly note: DeliveryNote }> {
  const bounded = boundBody(body);
  const read = wireOrder.safeParse(bounded);
  if (!read.success) return err({ note: badFields(read.error) });
  return ok({ order: toOrder(read.data, country), ...redactBody(bounded) });
}

const callback = z.object({ job_id: text.refine((value) => value !== null) });

/**
 * What one thing in a webhook is; `core/inbound/webhook-body` finds it, `matchShop` says whose an order is. Without a `vendorId` no
 * store is known. Never throws. Source: docs/partner-api.md, "Webhook".
 */
export function parseWebhook(
  body: unknown,
  { vendorId, country }: { readonly vendorId: string; readonly country: CountryCode },
): ParsedOne {
  const read = parsePartnerOrder(body, { country });
  if (!read.ok) {
    return callback.safeParse(body).success
      ? { kind: 'catalogue-callback' }
      : { kind: 'not-an-order', note: read.error.note };
  }
  const { order } = read.value;
  if (isOurs(order.shop, vendorId)) return { kind: 'order', order: read.value };
  return vendorId === ''
    ? { kind: 'unknown-shop', shop: order.shop }
    : { kind: 'other-shop', orderId: order.id, code: order.code };
}

function badFields({ issues }: z.ZodError): DeliveryNote {
  const fields = issues.filter(({ path }) => path.length > 0);
  if (fields.length === 0) return { kind: 'not-an-object' };
  const [first] = fields;
  const kind = first?.code === 'too_big' ? 'too-long' : 'missing';
  return { kind, text: fields.map(({ path }) => path.join('.')).join(', ') };
}

/** A page of the list; what its orders are is read one by one. Source: docs/partner-api.md, "Order list". */
export const orderListPage = z.object({
  orders: z.unknown().optional(),
  page_size: count,
  total_pages: count,
});

/** Source: docs/partner-api.md, "Sign-in". */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: count,
});
