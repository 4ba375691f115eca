import { z } from 'zod';
import { flag, money, quantity, text, time } from './wire-values.ts';

const pricing = z
  .object({
    pricing_type: text,
    unit_price: money,
    total_price: money,
    quantity,
    weight: quantity,
    weighted_pieces: quantity,
  })
  .nullable()
  .catch(null);

const barcodes = z
  .union([z.array(text), text.transform((one) => [one])])
  .transform((codes) => codes.filter((code) => code !== null));

const line = z
  .object({
    _id: text,
    sku: text,
    barcode: barcodes,
    name: text,
    image_url: text,
    instructions: text,
    status: text,
    replaced_id: text,
    pricing,
    original_pricing: pricing,
  })
  .nullable()
  .catch(null);

const client = z
  .object({
    chain_id: text,
    name: text,
    country_code: text,
    store_id: text,
    external_partner_config_id: text,
  })
  .nullable()
  .catch(null);

const payment = z
  .object({
    type: text,
    sub_total: money,
    order_total: money,
    delivery_fee: money,
    service_fee: money,
    discount: money,
    discounts: z.array(z.object({ value: money }).nullable().catch(null)).catch([]),
    collect_at_pickup: money,
  })
  .nullable()
  .catch(null);

const cancellation = z
  .union([
    z.object({ cancelled_by: text, reason: text, post_picked_up: flag }),
    z.string().transform((reason) => ({
      cancelled_by: null,
      reason: reason.trim() === '' ? null : reason.trim(),
      post_picked_up: null,
    })),
  ])
  .nullable()
  .catch(null);

const required = text.refine((value) => value !== null);

/**
 * The order as the platform writes it. Fails only without `order_id` or `status`: any other field that is missing or of
 * the wrong type is null, and unknown fields are passed over. Source: docs/partner-api.md, "Order".
 */
export const wireOrder = z.object({
  order_id: required,
  status: required,
  external_order_id: text,
  order_code: text,
  order_type: text,
  transport_type: text,
  comment: text,
  accepted_for: time,
  promised_for: time,
  isPreorder: flag,
  client,
  customer: z.object({ first_name: text, phone_number: text }).nullable().catch(null),
  items: z
    .array(line)
    .catch([])
    .transform((lines) => lines.filter((one) => one !== null)),
  payment,
  cancellation,
  sys: z.object({ created_at: time, updated_at: time }).nullable().catch(null),
});

export type WireOrder = z.output<typeof wireOrder>;
export type WireLine = WireOrder['items'][number];
export type WirePricing = NonNullable<WireLine['pricing']>;
export type WirePayment = NonNullable<WireOrder['payment']>;
