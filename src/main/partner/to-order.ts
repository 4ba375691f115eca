import {
  currencyOf,
  isCountryCode,
  parseMinor,
  type CountryCode,
  type CurrencyCode,
} from '../../shared/money.ts';
import {
  ORDER_STATUSES,
  type Cancellation,
  type Order,
  type OrderLine,
  type OrderStatus,
  type OrderTotals,
} from '../../shared/order.ts';
import { maskPhone, toFirstName } from './mask-person.ts';
import { sumPickedMinor, toLines } from './to-lines.ts';
import type { WireOrder, WirePayment } from './wire-order.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const SHORT_ID_CHARS = 8;
/** As many as a tray menu and the title of a notification show. */
const MAX_CODE_CHARS = 40;

/** The order in this app's words. `country` decides the currency when the order names no country we know. */
export function toOrder(wire: WireOrder, country: CountryCode): Order {
  const id = UUID.test(wire.order_id) ? wire.order_id.toLowerCase() : wire.order_id;
  const countryCode = wire.client?.country_code?.toLowerCase() ?? null;
  const currency = currencyOf(countryCode !== null && isCountryCode(countryCode) ? countryCode : country);
  const lines = toLines(wire.items, currency);
  return {
    id,
    externalId: wire.external_order_id,
    code: toCode(wire.order_code ?? wire.external_order_id ?? id.slice(0, SHORT_ID_CHARS)),
    status: toStatus(wire.status),
    statusText: wire.status,
    version: wire.sys?.updated_at ?? null,
    createdAt: wire.sys?.created_at ?? null,
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
      storeId: wire.client?.store_id ?? null,
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
    currency,
    totals: toTotals(wire.payment, lines, currency),
    cancellation: toCancellation(wire.cancellation),
  };
}

/** One line that fits where codes are shown; the body keeps the whole. */
function toCode(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= MAX_CODE_CHARS) return line;
  // Half a character at the cut is no valid text.
  return `${line.slice(0, MAX_CODE_CHARS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function toStatus(statusText: string): OrderStatus {
  const name = statusText.toUpperCase();
  if (name === 'CANCELED') return 'CANCELLED';
  return ORDER_STATUSES.find((status) => status === name) ?? 'UNKNOWN';
}

function toTotals(
  payment: WirePayment | null,
  lines: readonly OrderLine[],
  currency: CurrencyCode,
): OrderTotals {
  const minor = (value: string | number | null | undefined): number | null =>
    value === null || value === undefined ? null : parseMinor(value, currency);
  return {
    goodsMinor: minor(payment?.sub_total),
    deliveryFeeMinor: minor(payment?.delivery_fee),
    serviceFeeMinor: minor(payment?.service_fee),
    discountMinor: toDiscount(payment, minor),
    totalMinor: minor(payment?.order_total),
    pickedMinor: sumPickedMinor(lines),
    paymentType: payment?.type ?? null,
    collectAtPickupMinor: minor(payment?.collect_at_pickup),
  };
}

// The platform sends both signs. Source: docs/partner-api.md, "Money".
function toDiscount(
  payment: WirePayment | null,
  minor: (value: string | number | null) => number | null,
): number | null {
  const whole = minor(payment?.discount ?? null);
  if (whole !== null) return Math.abs(whole);
  const parts = (payment?.discounts ?? []).flatMap((part) => minor(part?.value ?? null) ?? []);
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + Math.abs(part), 0);
}

function toCancellation(wire: WireOrder['cancellation']): Cancellation | null {
  if (wire === null) return null;
  const cancellation = {
    by: wire.cancelled_by,
    reason: wire.reason,
    afterPickUp: wire.post_picked_up,
  };
  return Object.values(cancellation).every((value) => value === null) ? null : cancellation;
}
