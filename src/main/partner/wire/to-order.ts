import {
  currencyOf,
  isCountryCode,
  type CountryCode,
  type CurrencyCode,
} from '../../../shared/orders/money.ts';
import {
  MAX_CODE_CHARS,
  type Cancellation,
  type Order,
  type OrderLine,
  type OrderTotals,
  type TotalName,
} from '../../../shared/orders/order.ts';
import { maskPhone, toFirstName } from './redact-body.ts';
import { sumPickedMinor, toLines } from './to-lines.ts';
import { toSaid, toStatus } from './to-status.ts';
import { readMoney, type ReadMoney } from './wire-amount.ts';
import { CUT_LINES_FIELD, saysCancelled, type WireOrder, type WirePayment } from './wire-order.ts';
import { toOneLine } from './wire-text.ts';

/** In any of the usual spellings: capitals, braces, `urn:uuid:`, without dashes. */
const UUID =
  /^(?=.*[a-f-])(?:urn:uuid:)?\{?([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})\}?$/i;
const SHORT_ID_CHARS = 8;

/** The order in this app's words. `country` decides the currency when the order names no country we know. */
export function toOrder(wire: WireOrder, country: CountryCode): Order {
  // One order spelled in two ways would ring twice.
  const id = UUID.exec(wire.order_id)?.slice(1).join('-').toLowerCase() ?? wire.order_id;
  const countryCode = wire.client?.country_code?.toLowerCase() ?? null;
  const currency = currencyOf(countryCode !== null && isCountryCode(countryCode) ? countryCode : country);
  const lines = toLines(wire.items.lines, currency);
  const moreLines = wire.items.more + (wire[CUT_LINES_FIELD] ?? 0);
  const cancellation = toCancellation(wire);
  const [code] = [wire.order_code, wire.external_order_id, id.slice(0, SHORT_ID_CHARS)]
    .map((text) => toOneLine(text ?? '', MAX_CODE_CHARS))
    .filter((text) => text !== '');
  return {
    id,
    externalId: wire.external_order_id,
    code: code ?? '',
    status: toStatus(wire.status, cancellation, { isSaid: isSaidCancelled(wire) }),
    statusText: wire.status,
    version: wire.sys?.updated_at ?? wire.updated_at,
    createdAt: wire.sys?.created_at ?? wire.created_at,
    promisedFor: wire.promised_for,
    acceptedFor: wire.accepted_for,
    orderType: wire.order_type,
    transportType: wire.transport_type,
    isPreorder: wire.isPreorder ?? false,
    comment: wire.comment,
    shop: {
      name: wire.client?.name ?? null,
      chainId: wire.client?.chain_id ?? null,
      countryCode,
      storeId: wire.client?.store_id ?? wire.client?.vendor_id ?? wire.store_id ?? wire.vendor_id,
      externalPartnerConfigId: wire.client?.external_partner_config_id ?? null,
    },
    customer:
      wire.customer === null
        ? null
        : {
            firstName: toFirstName(wire.customer.first_name),
            maskedPhone: maskPhone(wire.customer.phone_number),
          },
    lines,
    ...(moreLines > 0 ? { moreLines } : {}),
    currency,
    totals: toTotals(wire.payment, moreLines > 0 ? [] : lines, currency),
    cancellation,
  };
}

function toTotals(
  payment: WirePayment | null,
  lines: readonly OrderLine[],
  currency: CurrencyCode,
): OrderTotals {
  const read = {
    goods: readMoney(payment?.sub_total, currency),
    deliveryFee: readMoney(payment?.delivery_fee, currency),
    serviceFee: readMoney(payment?.service_fee, currency),
    discount: toDiscount(payment, currency),
    total: readMoney(payment?.order_total, currency),
    collectAtPickup: readMoney(payment?.collect_at_pickup, currency),
  } satisfies Record<TotalName, ReadMoney>;
  const unread: readonly (readonly [string, string])[] = Object.entries(read).flatMap(([name, { text }]) =>
    text === null ? [] : [[name, text] as const],
  );
  return {
    goodsMinor: read.goods.minor,
    deliveryFeeMinor: read.deliveryFee.minor,
    serviceFeeMinor: read.serviceFee.minor,
    discountMinor: read.discount.minor,
    totalMinor: read.total.minor,
    pickedMinor: sumPickedMinor(lines),
    paymentType: payment?.type ?? null,
    collectAtPickupMinor: read.collectAtPickup.minor,
    ...(unread.length === 0 ? {} : { texts: Object.fromEntries(unread) }),
  };
}

// The platform sends both signs. Source: docs/partner-api.md, "Money".
function toDiscount(payment: WirePayment | null, currency: CurrencyCode): ReadMoney {
  const whole = readMoney(payment?.discount, currency);
  if (whole.minor !== null) return { minor: Math.abs(whole.minor), text: null };
  const parts = (payment?.discounts ?? []).flatMap(
    (part) => readMoney(part?.value ?? part?.amount, currency).minor ?? [],
  );
  if (parts.length === 0) return whole;
  const sum = parts.reduce((all, part) => all + Math.abs(part), 0);
  return Number.isSafeInteger(sum) ? { minor: sum, text: null } : whole;
}

function isSaidCancelled(wire: WireOrder): boolean {
  return saysCancelled(wire) || saysCancelled(wire.cancellation);
}

const PICKED_UP = /^(?:PICKED|DISPATCHED|DELIVERED)/i;

function toCancellation(order: WireOrder): Cancellation | null {
  const { cancellation: wire, status } = order;
  const by = toSaid(wire?.cancelled_by ?? wire?.canceled_by ?? null);
  const reason = toSaid(wire?.reason ?? null);
  const isTold = by !== null || reason !== null || isSaidCancelled(order);
  // A cancellation beside a status of an order that left the shop means that it had already left.
  const afterPickUp = wire?.post_picked_up ?? (isTold && PICKED_UP.test(status) ? true : null);
  return by === null && reason === null && afterPickUp === null ? null : { by, reason, afterPickUp };
}
