import { parseMinor, type CurrencyCode } from '../../shared/money.ts';
import type { LineAmount, LineStatus, OrderLine } from '../../shared/order.ts';
import type { WireLine, WirePricing } from './wire-order.ts';

const LINE_STATUSES = {
  NOT_PROCESSED: 'NOT_PROCESSED',
  IN_CART: 'IN_CART',
  NOT_FOUND: 'NOT_FOUND',
  REPLACED: 'REPLACED',
  ADDITION: 'ADDITION',
} as const satisfies Record<string, LineStatus>;

/** The lines, each with the other end of its replacement. Source: docs/partner-api.md, "Lines". */
export function toLines(lines: readonly WireLine[], currency: CurrencyCode): readonly OrderLine[] {
  const named = lines.map((line, index) => ({ line, id: line._id ?? `line-${String(index + 1)}` }));
  const namedBy = new Map(named.map(({ line, id }) => [line.replaced_id, id]));
  return named.map(({ line, id }) => ({
    id,
    sku: line.sku ?? '',
    barcodes: line.barcode,
    name: line.name ?? line.sku ?? '',
    imageUrl: line.image_url,
    instructions: line.instructions,
    status: toLineStatus(line.status),
    replacesId: line.replaced_id ?? namedBy.get(id) ?? null,
    ordered: toAmount(line.original_pricing, currency),
    picked: toAmount(line.pricing, currency),
  }));
}

/** What the picked goods cost together. Lines that were not found or taken out do not count, whatever they say. */
export function sumPickedMinor(lines: readonly OrderLine[]): number {
  return lines
    .filter((line) => line.status === 'IN_CART' || line.status === 'ADDITION')
    .reduce((sum, { picked }) => sum + (picked === null ? 0 : costMinor(picked)), 0);
}

function costMinor({ totalMinor, unitPriceMinor, amount }: LineAmount): number {
  return totalMinor ?? (unitPriceMinor === null ? 0 : Math.round(unitPriceMinor * amount));
}

function toLineStatus(status: string | null): LineStatus {
  const name = (status ?? '').toUpperCase();
  return isLineStatus(name) ? LINE_STATUSES[name] : 'UNKNOWN';
}

function isLineStatus(name: string): name is keyof typeof LINE_STATUSES {
  return Object.hasOwn(LINE_STATUSES, name);
}

function toAmount(pricing: WirePricing | null, currency: CurrencyCode): LineAmount | null {
  if (pricing === null) return null;
  const { weight, quantity, unit_price: unitPrice, total_price: totalPrice } = pricing;
  // A KG line whose weight is missing still says how many pieces were meant.
  const isWeighed = pricing.pricing_type?.toUpperCase() === 'KG' && weight !== null;
  const amount = isWeighed ? weight : quantity;
  if (amount === null) return null;
  const pieces = pricing.weighted_pieces;
  return {
    unit: isWeighed ? 'KG' : 'UNIT',
    amount,
    pieces: isWeighed && pieces !== null && pieces > 0 ? pieces : null,
    unitPriceMinor: unitPrice === null ? null : parseMinor(unitPrice, currency),
    totalMinor: totalPrice === null ? null : parseMinor(totalPrice, currency),
  };
}
