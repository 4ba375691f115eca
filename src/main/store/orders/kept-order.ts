import { z } from 'zod';
import { CURRENCIES, type CurrencyCode } from '../../../shared/orders/money.ts';
import { ORDER_STATUSES, type Order } from '../../../shared/orders/order.ts';

const text = z.string().catch('');
const textOrNull = z.string().nullable().catch(null);
/** A page could not show another. */
const timeOrNull = z.iso.datetime().nullable().catch(null);
const numberOrNull = z.number().nullable().catch(null);
const mark = z.string().exactOptional();

const amount = z.object({
  unit: z.enum(['UNIT', 'KG']).catch('UNIT'),
  amount: numberOrNull,
  pieces: numberOrNull,
  unitPriceMinor: numberOrNull,
  totalMinor: numberOrNull,
  amountText: mark,
  totalText: mark,
});
const amountOrNull = amount.nullable().catch(null);

const line = z.object({
  id: text,
  sku: text,
  barcodes: z.array(z.string()).catch([]),
  name: text,
  imageUrl: textOrNull,
  instructions: textOrNull,
  status: z
    .enum(['NOT_PROCESSED', 'IN_CART', 'NOT_FOUND', 'REPLACED', 'ADDITION', 'UNKNOWN'])
    .catch('UNKNOWN'),
  replacesId: textOrNull,
  ordered: amountOrNull,
  picked: amountOrNull,
});

const shop = z.object({
  name: textOrNull,
  chainId: textOrNull,
  countryCode: textOrNull,
  storeId: textOrNull,
  externalPartnerConfigId: textOrNull,
});

const totals = z.object({
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
      goods: mark,
      deliveryFee: mark,
      serviceFee: mark,
      discount: mark,
      total: mark,
      collectAtPickup: mark,
    })
    .exactOptional(),
});

/** An order that any version of the app wrote: what that version did not know yet is filled, as not said. */
export const keptOrder: z.ZodType<Order> = z.object({
  id: z.string(),
  externalId: textOrNull,
  code: text,
  status: z.enum([...ORDER_STATUSES, 'UNKNOWN']).catch('UNKNOWN'),
  statusText: text,
  version: timeOrNull,
  createdAt: timeOrNull,
  promisedFor: timeOrNull,
  acceptedFor: timeOrNull,
  orderType: textOrNull,
  transportType: textOrNull,
  isPreorder: z.boolean().catch(false),
  comment: textOrNull,
  shop: shop.catch(() => shop.parse({})),
  customer: z.object({ firstName: textOrNull, maskedPhone: textOrNull }).nullable().catch(null),
  lines: z.array(line.catch(() => line.parse({}))),
  moreLines: z.number().exactOptional(),
  currency: z
    .custom<CurrencyCode>((code) => typeof code === 'string' && Object.hasOwn(CURRENCIES, code))
    .catch('USD'),
  totals: totals.catch(() => totals.parse({})),
  cancellation: z
    .object({ by: textOrNull, reason: textOrNull, afterPickUp: z.boolean().nullable().catch(null) })
    .nullable()
    .catch(null),
});
