import { z } from 'zod';
import { MAX_ORDER_ID_CHARS } from '../../shared/order.ts';
import { flag, money, objectOrNull, quantity, text, time } from './wire-values.ts';

const pricing = objectOrNull({
  pricing_type: text,
  unit_price: money,
  total_price: money,
  quantity,
  weight: quantity,
  weighted_pieces: quantity,
});

const barcodes = z
  .union([z.array(text), text.transform((one) => [one])])
  .transform((codes) => codes.filter((code) => code !== null));

const line = objectOrNull({
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
});

const client = objectOrNull({
  chain_id: text,
  name: text,
  country_code: text,
  store_id: text,
  external_partner_config_id: text,
});

const payment = objectOrNull({
  type: text,
  sub_total: money,
  order_total: money,
  delivery_fee: money,
  service_fee: money,
  discount: money,
  discounts: z.array(objectOrNull({ value: money })).catch([]),
  collect_at_pickup: money,
});

const cancellationObject = objectOrNull({ cancelled_by: text, reason: text, post_picked_up: flag });
const cancellation = z.union([
  z.string().transform((reason) => cancellationObject.parse({ reason })),
  cancellationObject,
]);

const required = text.refine((value) => value !== null);

/**
 * The order as the platform writes it. Fails only without `order_id` or `status`, or with an `order_id` that is far from
 * being one: any other field that is missing or of
 * the wrong type is null, and unknown fields are passed over. Source: docs/partner-api.md, "Order".
 */
export const wireOrder = z.object({
  order_id: required.pipe(z.string().max(MAX_ORDER_ID_CHARS)),
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
  customer: objectOrNull({ first_name: text, phone_number: text }),
  items: z
    .array(line)
    .catch([])
    .transform((lines) => lines.filter((one) => one !== null)),
  payment,
  cancellation,
  sys: objectOrNull({ created_at: time, updated_at: time }),
});

export type WireOrder = z.output<typeof wireOrder>;
export type WireLine = WireOrder['items'][number];
export type WirePricing = NonNullable<WireLine['pricing']>;
export type WirePayment = NonNullable<WireOrder['payment']>;
