import { randomUUID } from 'node:crypto';
import { CATALOGUE, findProduct } from './catalogue.ts';
import { COMMENTS, inventCustomer } from './people.ts';
import { SimulatorError } from '../simulator-error.ts';
import type { Product } from './catalogue.ts';
import type { Customer, Shop, SimLine, SimOrder } from './order-model.ts';
import type { Random } from './random.ts';
import type { OrderLook } from '../api/switches.ts';

export type NewLine = {
  readonly sku: string;
  readonly pieces?: number;
  /** For KG; default 500. */
  readonly grams?: number;
  readonly instructions?: string;
};

/** Every field is optional; the rest is made up as an ordinary order. */
export type NewOrder = {
  readonly lines?: readonly NewLine[];
  /** How many products to choose when `lines` is absent. */
  readonly lineCount?: number;
  readonly code?: string;
  readonly externalId?: string;
  readonly comment?: string | null;
  readonly customer?: Partial<Customer> | null;
  readonly isPreorder?: boolean;
  readonly promisedInMinutes?: number;
  readonly orderType?: SimOrder['orderType'];
  readonly transportType?: SimOrder['transportType'];
  /** Store id of one of the shops; default: the first shop. */
  readonly storeId?: string;
  readonly look?: Partial<OrderLook>;
  readonly extra?: Readonly<Record<string, unknown>>;
};

const MINUTE_MS = 60_000;

export function buildOrder(
  input: NewOrder,
  parts: {
    readonly at: number;
    readonly random: Random;
    readonly shop: Shop;
    readonly code: string;
    readonly externalId: string;
  },
): SimOrder {
  const { at, random, shop } = parts;
  const chosen = input.lines ?? inventLines(random, input.lineCount ?? random.between(3, 6));
  if (chosen.length === 0) throw new SimulatorError('invalid', 'Un pedido tiene al menos una línea');
  return {
    id: randomUUID(),
    externalId: input.externalId ?? parts.externalId,
    code: input.code ?? parts.code,
    status: 'RECEIVED',
    oddStatus: null,
    orderType: input.orderType ?? 'DELIVERY',
    transportType: input.transportType ?? 'LOGISTICS_DELIVERY',
    comment:
      input.comment === undefined ? (random.chance(0.3) ? random.pick(COMMENTS) : null) : input.comment,
    isPreorder: input.isPreorder ?? false,
    promisedFor: at + (input.promisedInMinutes ?? 35) * MINUTE_MS,
    shop,
    customer: input.customer === null ? null : { ...inventCustomer(random), ...input.customer },
    lines: chosen.map((line, index) => toLine(line, index)),
    deliveryFeeCents: 4900,
    serviceFeeCents: 1500,
    cancellation: null,
    createdAt: at,
    updatedAt: at,
    wasPickedUp: false,
    look: input.look ?? {},
    extra: input.extra ?? {},
  };
}

function toLine(line: NewLine, index: number): SimLine {
  const product = findProduct(line.sku);
  if (product === null) throw new SimulatorError('invalid', `No hay producto ${line.sku}`);
  return {
    id: `l-${index + 1}`,
    product,
    instructions: line.instructions ?? '',
    status: 'NOT_PROCESSED',
    replaces: null,
    ordered: { pieces: line.pieces ?? 1, grams: product.unit === 'KG' ? (line.grams ?? 500) : 0 },
    picked: null,
    discountCents: 0,
  };
}

function inventLines(random: Random, count: number): readonly NewLine[] {
  const chosen = new Set<Product>();
  while (chosen.size < Math.min(count, CATALOGUE.length)) {
    const product = CATALOGUE[random.between(0, CATALOGUE.length - 1)];
    if (product !== undefined) chosen.add(product);
  }
  return [...chosen].map((product) =>
    product.unit === 'KG'
      ? { sku: product.sku, pieces: random.between(1, 4), grams: random.between(4, 30) * 50 }
      : { sku: product.sku, pieces: random.pick([1, 1, 1, 2, 2, 3]) },
  );
}
