import { assertNever } from '../../shared/result.ts';
import { orderTotals, amountCents } from './totals.ts';
import type { Amount, Customer, SimLine, SimOrder } from './order-model.ts';
import type { Product } from './catalogue.ts';
import type { OrderLook, Switches } from '../api/switches.ts';

type Money = number | string;
type Json = Readonly<Record<string, unknown>>;

/** The order as the platform writes it for a webhook or for the API. Source: docs/partner-api.md, "Order". */
export function toOrderJson(order: SimOrder, switches: Switches, source: 'webhook' | 'api' = 'api'): Json {
  const look: OrderLook = { ...switches, ...order.look };
  // This field describes the webhook, so it has another value while the webhook is being sent.
  const webhookStatus = (where: OrderLook['webhookStatus']): Json =>
    look.webhookStatus === where ? { webhook_status: source === 'webhook' ? 'PENDING' : 'SENT' } : {};
  const money = (cents: number): Money =>
    look.moneyAs === 'string' ? (cents / 100).toFixed(2) : cents / 100;
  const time = (at: number): string => toIso(at, look.sysMilliseconds);
  return {
    order_id: order.id,
    external_order_id: externalOrderId(order, look),
    order_code: look.orderCodeAs === 'dashed' ? `wxfr-${order.code}-rtbs` : order.code,
    status: order.oddStatus ?? (order.status === 'CANCELLED' ? look.cancelledSpelling : order.status),
    order_type: order.orderType,
    transport_type: order.transportType,
    comment: order.comment,
    isPreorder: order.isPreorder,
    accepted_for: null,
    promised_for: time(order.promisedFor),
    promotion_status: 'AVAILABLE',
    client: {
      id: order.shop.id,
      chain_id: order.shop.chainId,
      name: order.shop.name,
      country_code: order.shop.countryCode,
      store_id: order.shop.storeId,
      external_partner_config_id:
        look.externalPartnerConfigId === 'given' ? order.shop.externalPartnerConfigId : null,
    },
    customer: customerJson(order, look),
    items: order.lines.map((line) => lineJson(line, order, look, money)),
    payment: paymentJson(order, look, money),
    ...cancellationJson(order, look),
    sys: {
      created_at: time(order.createdAt),
      updated_at: time(order.updatedAt),
      created_by: 'order-transmission',
      updated_by: 'order-transmission',
      ...webhookStatus('sys'),
    },
    ...webhookStatus('order'),
    ...replacementJson('order', look),
    ...(look.extraFields ? { loyalty_tier: 'oro', eta_window: { from: 5, to: 12 }, flags: ['novedad'] } : {}),
    ...order.extra,
  };
}

/** ISO 8601 UTC; some senders omit the milliseconds. */
function toIso(at: number, withMilliseconds: boolean): string {
  const text = new Date(at).toISOString();
  return withMilliseconds ? text : text.replace(/\.\d{3}Z$/, 'Z');
}

function externalOrderId(order: SimOrder, look: OrderLook): string | null {
  switch (look.externalOrderIdAs) {
    case 'digits':
      return order.externalId;
    case 'dashed':
      return `mxuv-${order.externalId.slice(-4)}-9sa5`;
    case 'null':
      return null;
    default:
      return assertNever(look.externalOrderIdAs);
  }
}

function customerJson(order: SimOrder, look: OrderLook): Json | null {
  const { customer } = order;
  if (customer === null || look.customerAs === 'null') return null;
  const said = (text: string): string => (look.customerAs === 'empty' ? '' : text);
  return {
    _id: `c-${order.externalId.slice(-6)}`,
    first_name: said(customer.firstName),
    last_name: said(customer.lastName),
    phone_number: said(customer.phone),
    national_id: '',
    tax_id: '',
    loyalty_card: null,
    delivery_address: look.customerAs === 'empty' ? null : addressJson(customer),
  };
}

function addressJson(customer: Customer): Json {
  const { street, number, apartment, suburb } = customer;
  return {
    country: 'Uruguay',
    city: 'Montevideo',
    suburb,
    street,
    number,
    floor: apartment.length > 2 ? apartment.slice(0, -2) : '',
    apartment,
    building: '',
    block: '',
    entrance: '',
    intercom: apartment,
    company: '',
    zipcode: '11000',
    latitude: -34.9,
    longitude: -56.16,
    instructions: '',
    formattedAddress: `${street} ${number}${apartment === '' ? '' : `, ap. ${apartment}`}, Montevideo`,
  };
}

function lineJson(line: SimLine, order: SimOrder, look: OrderLook, money: (cents: number) => Money): Json {
  const { product } = line;
  const gone = line.status === 'NOT_FOUND' || line.status === 'REPLACED';
  const zero: Amount = { pieces: 0, grams: 0 };
  const picked = gone
    ? look.missingLineAmounts === 'zero'
      ? zero
      : (line.ordered ?? zero)
    : (line.picked ?? line.ordered ?? zero);
  const discount = money(line.discountCents);
  return {
    _id: line.id,
    sku: product.sku,
    barcode: barcodeJson(product, look),
    name: product.name,
    image_url: `https://example.invalid/${product.sku.toLowerCase()}.png`,
    instructions: line.instructions,
    status: line.status,
    replaced_id: replacedId(line, order, look),
    discount,
    container_deposit: money(0),
    promotion: line.discountCents === 0 ? [] : [promotionJson(product, line.discountCents, money)],
    original_pricing: line.ordered === null ? null : pricingJson(product, line.ordered, line.ordered, money),
    pricing: pricingJson(product, picked, line.ordered ?? picked, money),
    ...replacementJson('lines', look),
  };
}

/** It is only known that this preference exists; its place and name are invented. */
function replacementJson(where: OrderLook['replacementPreference'], look: OrderLook): Json {
  return look.replacementPreference === where ? { replacement_preference: 'CONTACT_CUSTOMER' } : {};
}

function barcodeJson(product: Product, look: OrderLook): readonly string[] | string {
  switch (look.barcodeAs) {
    case 'array':
      return [product.barcode];
    case 'empty':
      return [];
    case 'string':
      return product.barcode;
    default:
      return assertNever(look.barcodeAs);
  }
}

function replacedId(line: SimLine, order: SimOrder, look: OrderLook): string | null {
  if (line.status === 'ADDITION') return look.replacedIdOn === 'replaced' ? null : line.replaces;
  if (line.status !== 'REPLACED' || look.replacedIdOn === 'addition') return null;
  return order.lines.find((other) => other.replaces === line.id)?.id ?? null;
}

function promotionJson(product: Product, cents: number, money: (cents: number) => Money): Json {
  const vendor = Math.round(cents * 0.6);
  return {
    name: `Promo ${product.section.toLowerCase()}`,
    discount_amount: money(cents),
    sponsorships: [
      { sponsor: 'VENDOR', amount: money(vendor) },
      { sponsor: 'PLATFORM', amount: money(cents - vendor) },
    ],
  };
}

function pricingJson(
  product: Product,
  amount: Amount,
  ordered: Amount,
  money: (cents: number) => Money,
): Json {
  const isKg = product.unit === 'KG';
  return {
    pricing_type: product.unit,
    quantity: amount.pieces,
    min_quantity: 1,
    max_quantity: Math.max(1, ordered.pieces),
    unit_price: money(product.unitPriceCents),
    total_price: money(amountCents(product, amount)),
    vat_percent: product.vatPercent,
    weight: isKg ? amount.grams / 1000 : 0,
    weighted_pieces: isKg ? amount.pieces : 0,
  };
}

function paymentJson(order: SimOrder, look: OrderLook, money: (cents: number) => Money): Json {
  const totals = orderTotals(order, look.totalsRecomputed);
  const sign = look.discountSign === 'negative' && totals.discountCents > 0 ? -1 : 1;
  return {
    ...paymentTypeJson(look),
    sub_total: money(totals.subTotalCents),
    delivery_fee: money(order.deliveryFeeCents),
    service_fee: money(order.serviceFeeCents),
    difference_to_minimum: money(0),
    container_charge: money(0),
    discount: money(sign * totals.discountCents),
    discounts:
      totals.discountCents === 0 ? [] : [{ name: 'Promociones', value: money(totals.discountCents) }],
    vouchers: [],
    total_taxes: money(0),
    collect_at_pickup: money(0),
    additional_fees: {},
    order_total: money(totals.orderTotalCents),
  };
}

function paymentTypeJson({ paymentType }: OrderLook): Json {
  switch (paymentType) {
    case 'PAID':
    case 'CASH':
      return { type: paymentType };
    case 'unknown':
      return { type: 'SPLIT_WALLET' };
    case 'null':
      return { type: null };
    case 'absent':
      return {};
    default:
      return assertNever(paymentType);
  }
}

function cancellationJson(order: SimOrder, look: OrderLook): Json {
  const { cancellation } = order;
  if (cancellation === null || look.cancellationAs === 'absent') return {};
  if (look.cancellationAs === 'string') return { cancellation: cancellation.reason };
  const said = look.cancellationSaysPickedUp && cancellation.afterPickUp !== null;
  return {
    cancellation: {
      cancelled_by: cancellation.by,
      reason: cancellation.reason,
      ...(said ? { post_picked_up: cancellation.afterPickUp } : {}),
    },
  };
}
