import type { Amount, SimLine, SimOrder } from './order-model.ts';
import type { Product } from './catalogue.ts';

/** Returns the price in cents of an amount of a product; KG is priced by weight. */
export function amountCents(product: Product, amount: Amount): number {
  return product.unit === 'KG'
    ? Math.round((product.unitPriceCents * amount.grams) / 1000)
    : product.unitPriceCents * amount.pieces;
}

/** Returns the price in cents of a line: 0 when it was not found or was replaced. */
export function soldCents(line: SimLine): number {
  if (line.status === 'NOT_FOUND' || line.status === 'REPLACED') return 0;
  const amount = line.picked ?? line.ordered;
  return amount === null ? 0 : amountCents(line.product, amount);
}

export type Totals = {
  readonly subTotalCents: number;
  readonly discountCents: number;
  readonly orderTotalCents: number;
};

/** Returns the order's total: as picked, or as ordered when the platform does not recompute. */
export function orderTotals(order: SimOrder, recomputed: boolean): Totals {
  let subTotalCents = 0;
  let discountCents = 0;
  for (const line of order.lines) {
    const sold = recomputed
      ? soldCents(line)
      : line.ordered === null
        ? 0
        : amountCents(line.product, line.ordered);
    subTotalCents += sold;
    discountCents += Math.min(line.discountCents, sold);
  }
  return {
    subTotalCents,
    discountCents,
    orderTotalCents: subTotalCents + order.deliveryFeeCents + order.serviceFeeCents - discountCents,
  };
}
