import { z } from 'zod';
import { MAX_ORDER_ID_CHARS } from '../../../shared/orders/order.ts';
import { isObject, readLine } from './wire-text.ts';
import { count, flag, label, money, objectOrNull, prose, quantity, textOf, time } from './wire-values.ts';

/** More or longer barcodes do not help at a counter. The stored body keeps more. */
const MAX_BARCODES = 10;
const MAX_ID_CHARS = 100;
const MAX_INSTRUCTIONS_CHARS = 500;
const MAX_COMMENT_CHARS = 1000;
const MAX_WORD_CHARS = 60;
/** More lines than any bag holds; the rest are only counted. */
export const MAX_LINES = 300;

const id = textOf(MAX_ID_CHARS);
const word = textOf(MAX_WORD_CHARS);

const PRICING = {
  pricing_type: word,
  unit_price: money,
  total_price: money,
  quantity,
  weight: quantity,
  weight_unit: word,
  weighted_pieces: quantity,
};
const pricing = objectOrNull(PRICING);

const barcodes = z
  .unknown()
  .optional()
  .transform((value) =>
    (Array.isArray(value) ? value.slice(0, MAX_BARCODES) : [value])
      .map((code) => readLine(code, MAX_ID_CHARS))
      .filter((code) => code !== null),
  );

const LINE = {
  _id: id,
  sku: id,
  barcode: barcodes,
  name: label(200),
  image_url: textOf(2000),
  instructions: prose(MAX_INSTRUCTIONS_CHARS),
  status: word,
  replaced_id: id,
  pricing,
  original_pricing: pricing,
};
const line = objectOrNull(LINE);

const CLIENT = {
  chain_id: id,
  name: label(200),
  country_code: word,
  store_id: id,
  vendor_id: id,
  external_partner_config_id: id,
};

const PAYMENT = {
  type: label(MAX_WORD_CHARS),
  sub_total: money,
  order_total: money,
  delivery_fee: money,
  service_fee: money,
  discount: money,
  discounts: z
    .array(objectOrNull({ value: money, amount: money }))
    .max(MAX_LINES)
    .catch([]),
  collect_at_pickup: money,
};

/** Ways to say that an order is cancelled, in the cancellation or beside it. */
const SAYS_CANCELLED = {
  cancelled: flag,
  canceled: flag,
  is_cancelled: flag,
  is_canceled: flag,
  isCancelled: flag,
  isCanceled: flag,
  cancelled_at: time,
  canceled_at: time,
};

const CANCELLATION = {
  ...SAYS_CANCELLED,
  cancelled_by: label(MAX_WORD_CHARS),
  canceled_by: label(MAX_WORD_CHARS),
  reason: label(200),
  post_picked_up: flag,
};
const cancellationObject = objectOrNull(CANCELLATION);
const cancellation = z.union([
  z
    .string()
    .transform((reason) =>
      cancellationObject.parse(flag.parse(reason) === true ? { cancelled: true } : { reason }),
    ),
  z.boolean().transform((cancelled) => cancellationObject.parse({ cancelled })),
  z.array(z.unknown()).transform(([first]) => cancellationObject.parse(first)),
  cancellationObject,
]);

const CUSTOMER = { first_name: label(200), phone_number: id };
const SYS = { created_at: time, updated_at: time };

/** Where a body that was too big to be kept whole says how many lines were cut from it. */
export const CUT_LINES_FIELD = 'mostrador_cut_items';

const linesRead = z.array(line);

/** The lines: an array, one line alone, or lines under names of their own. */
const lines = z
  .unknown()
  .optional()
  .transform((value) => {
    const all = Array.isArray(value) ? value : isObject(value) ? linesIn(value) : [];
    const read = linesRead.parse(all.slice(0, MAX_LINES));
    return { lines: read.filter((one) => one !== null), more: Math.max(0, all.length - MAX_LINES) };
  });

function linesIn(value: Readonly<Record<string, unknown>>): readonly unknown[] {
  const isLine = ['sku', 'name', '_id', 'pricing'].some((name) => Object.hasOwn(value, name));
  return isLine ? [value] : Object.values(value).filter(isObject);
}

/**
 * The order as the platform writes it. Fails only without `order_id` or `status`, or with an `order_id` that is far from
 * being one: any other field that is missing or of
 * the wrong type is null, and unknown fields are passed over. Every text and list is bounded. Source: docs/partner-api.md, "Order".
 */
export const wireOrder = z.object({
  order_id: textOf(MAX_ORDER_ID_CHARS + 1)
    .refine((value) => value !== null)
    .pipe(z.string().max(MAX_ORDER_ID_CHARS)),
  status: label(MAX_ID_CHARS).refine((value) => value !== null),
  external_order_id: label(MAX_ID_CHARS),
  order_code: label(MAX_ID_CHARS),
  order_type: word,
  transport_type: word,
  comment: prose(MAX_COMMENT_CHARS),
  accepted_for: time,
  promised_for: time,
  isPreorder: flag,
  client: objectOrNull(CLIENT),
  // Some senders name the store here.
  store_id: id,
  vendor_id: id,
  customer: objectOrNull(CUSTOMER),
  items: lines,
  [CUT_LINES_FIELD]: count,
  payment: objectOrNull(PAYMENT),
  cancellation,
  ...SAYS_CANCELLED,
  sys: objectOrNull(SYS),
  created_at: time,
  updated_at: time,
});

/** Returns whether the order, or its cancellation, says in so many words that it is cancelled. */
export function saysCancelled(wire: z.output<z.ZodObject<typeof SAYS_CANCELLED>> | null): boolean {
  if (wire === null) return false;
  const { cancelled_at: at, canceled_at: otherAt, ...flags } = wire;
  return Object.values(flags).includes(true) || (at ?? otherAt) !== null;
}

/** Every name that is read: none of them may be lost among others. */
export const READ_NAMES: ReadonlySet<string> = new Set(
  [wireOrder.shape, CLIENT, CUSTOMER, LINE, PRICING, PAYMENT, CANCELLATION, SYS].flatMap((shape) =>
    Object.keys(shape),
  ),
);

export type WireOrder = z.output<typeof wireOrder>;
export type WireLine = WireOrder['items']['lines'][number];
export type WirePricing = NonNullable<WireLine['pricing']>;
export type WirePayment = NonNullable<WireOrder['payment']>;
