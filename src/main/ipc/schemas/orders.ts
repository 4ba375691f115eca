import { z } from 'zod';
import { ALERT_KINDS, MAX_ALERT_ID_CHARS } from '../../../shared/orders/alert.ts';
import { PARTNER_ERROR_CODES } from '../../../shared/partner.ts';
import { CURRENCIES, type CurrencyCode } from '../../../shared/orders/money.ts';
import { MAX_ORDER_ID_CHARS, ORDER_STATUSES } from '../../../shared/orders/order.ts';
import { list, numberOrNull, textOrNull } from './common.ts';
import { MAX_BAGS, PRINT_TROUBLES } from '../../../shared/settings/paper.ts';

const MAX_IDS = 20_000;

export const orderId = z.string().min(1).max(MAX_ORDER_ID_CHARS);
export const productSearch = z.object({
  words: list(z.string().max(MAX_ORDER_ID_CHARS)),
  after: z.string().max(MAX_ORDER_ID_CHARS),
});
export const productPage = z.object({ orderIds: list(z.string()), next: textOrNull });
export const alertIds = z.array(z.string().min(1).max(MAX_ALERT_ID_CHARS)).max(MAX_IDS).readonly();
export const orderIds = z.array(orderId).max(MAX_IDS).readonly();
export const orderStatus = z.enum([...ORDER_STATUSES, 'UNKNOWN']);
export const orderSource = z.enum(['webhook', 'catch-up', 'refresh', 'reprocess']);
const currency = z.custom<CurrencyCode>(
  (code) => typeof code === 'string' && Object.hasOwn(CURRENCIES, code),
);

const cancellation = z.object({ by: textOrNull, reason: textOrNull, afterPickUp: z.boolean().nullable() });

const amount = z.object({
  unit: z.enum(['UNIT', 'KG']),
  amount: numberOrNull,
  pieces: numberOrNull,
  unitPriceMinor: numberOrNull,
  totalMinor: numberOrNull,
  amountText: z.string().exactOptional(),
  totalText: z.string().exactOptional(),
});

const orderLine = z.object({
  id: z.string(),
  sku: z.string(),
  barcodes: list(z.string()),
  name: z.string(),
  imageUrl: textOrNull,
  instructions: textOrNull,
  status: z.enum(['NOT_PROCESSED', 'IN_CART', 'NOT_FOUND', 'REPLACED', 'ADDITION', 'UNKNOWN']),
  replacesId: textOrNull,
  ordered: amount.nullable(),
  picked: amount.nullable(),
});

export const orderShop = z.object({
  name: textOrNull,
  chainId: textOrNull,
  countryCode: textOrNull,
  storeId: textOrNull,
  externalPartnerConfigId: textOrNull,
});

const totalText = z.string().exactOptional();
const order = z.object({
  id: z.string(),
  externalId: textOrNull,
  code: z.string(),
  status: orderStatus,
  statusText: z.string(),
  version: textOrNull,
  createdAt: textOrNull,
  promisedFor: textOrNull,
  acceptedFor: textOrNull,
  orderType: textOrNull,
  transportType: textOrNull,
  isPreorder: z.boolean(),
  comment: textOrNull,
  shop: orderShop,
  customer: z.object({ firstName: textOrNull, maskedPhone: textOrNull }).nullable(),
  lines: list(orderLine),
  moreLines: z.number().exactOptional(),
  currency,
  totals: z.object({
    goodsMinor: numberOrNull,
    deliveryFeeMinor: numberOrNull,
    serviceFeeMinor: numberOrNull,
    discountMinor: numberOrNull,
    totalMinor: numberOrNull,
    pickedMinor: numberOrNull,
    paymentType: textOrNull,
    collectAtPickupMinor: numberOrNull,
    texts: z
      .object({
        goods: totalText,
        deliveryFee: totalText,
        serviceFee: totalText,
        discount: totalText,
        total: totalText,
        collectAtPickup: totalText,
      })
      .exactOptional(),
  }),
  cancellation: cancellation.nullable(),
});

const endTimes = { leftAt: z.string().exactOptional(), cancelledAt: z.string().exactOptional() };

export const orderSummary = z.object({
  id: z.string(),
  code: z.string(),
  externalId: textOrNull,
  status: orderStatus,
  statusText: z.string(),
  at: z.string(),
  firstSeenAt: z.string(),
  promisedFor: textOrNull,
  isPreorder: z.boolean(),
  customerFirstName: textOrNull,
  lineCount: z.number(),
  totalMinor: numberOrNull,
  currency,
  cancellation: cancellation.nullable(),
  wasPickedUp: z.boolean(),
  handedOverAt: textOrNull,
  ...endTimes,
  collectMinor: numberOrNull,
  collectText: z.string().exactOptional(),
});

const anyAlert = {
  id: z.string(),
  subject: z.string(),
  raisedAt: z.string(),
  since: z.string(),
  source: orderSource,
  shownAt: textOrNull,
  acknowledgedAt: textOrNull,
  acknowledgedBy: textOrNull,
  closedAt: textOrNull,
};

export const alert = z.discriminatedUnion('kind', [
  z.object({
    ...anyAlert,
    kind: z.enum(ALERT_KINDS).exclude(['connection']),
    code: z.string(),
    customerFirstName: textOrNull,
    reason: textOrNull,
    reminder: z.object({ toldAt: textOrNull, seenAt: textOrNull, silencedAt: textOrNull }).exactOptional(),
  }),
  z.object({ ...anyAlert, kind: z.literal('connection'), cause: z.enum(PARTNER_ERROR_CODES) }),
]);

export const orderDetail = z.object({
  stored: z.object({
    order,
    firstSeenAt: z.string(),
    lastChangedAt: z.string(),
    source: orderSource,
    readyAt: textOrNull,
    wasPickedUp: z.boolean(),
    handedOverAt: textOrNull,
    handedOverBy: z.string().exactOptional(),
    ...endTimes,
  }),
  order,
  alerts: list(alert),
});

export const cardState = z.object({
  pill: z.boolean().exactOptional(),
  alerts: list(alert),
  more: z.number().exactOptional(),
  revision: z.number().exactOptional(),
  unclaimed: list(
    z.object({ orderId, code: z.string(), customerFirstName: textOrNull, since: z.string() }),
  ).exactOptional(),
  digest: z.object({ minutes: z.number(), ready: z.number(), cancelled: z.number() }).nullable(),
  undo: z
    .object({
      what: z.enum(['seen', 'handed-over']),
      codes: list(z.string()),
      count: z.int().exactOptional(),
    })
    .nullable(),
  collect: list(z.tuple([z.string(), z.string()]).readonly()).exactOptional(),
  flash: z.boolean(),
  mutedUntil: textOrNull,
});

export const bags = z.int().min(1).max(MAX_BAGS);
export const slipState = z.enum(['none', 'printing', 'printed', 'doubtful']);
export const printOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('printed'), isCopy: z.boolean() }),
  z.object({ kind: z.enum(['failed', 'doubtful']), why: z.enum(PRINT_TROUBLES) }),
  z.object({ kind: z.enum(['off', 'unknown']) }),
]);
