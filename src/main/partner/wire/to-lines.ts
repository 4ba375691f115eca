import type { CurrencyCode } from '../../../shared/orders/money.ts';
import type { LineAmount, LineStatus, OrderLine } from '../../../shared/orders/order.ts';
import { toSaid, toWords } from './to-status.ts';
import { readMoney, toUnit, type ReadMoney, type ReadQuantity } from './wire-amount.ts';
import type { WireLine, WirePricing } from './wire-order.ts';

const LINE_STATUSES = [
  'NOT_PROCESSED',
  'IN_CART',
  'NOT_FOUND',
  'REPLACED',
  'ADDITION',
] as const satisfies readonly LineStatus[];
const THOUSANDTHS = 1000;

/** The lines, each with the other end of its replacement. Source: docs/partner-api.md, "Lines". */
export function toLines(lines: readonly WireLine[], currency: CurrencyCode): readonly OrderLine[] {
  const named = lines.map((line, index) => ({ line, id: line._id ?? `line-${String(index + 1)}` }));
  const namedBy = new Map(named.map(({ line, id }) => [line.replaced_id, id]));
  return named.map(({ line, id }) => {
    const status = toLineStatus(line.status);
    const ordered = toAmount(line.original_pricing, line.pricing, currency);
    const picked = toAmount(line.pricing, line.original_pricing, currency);
    return {
      id,
      sku: line.sku ?? '',
      barcodes: line.barcode,
      name: line.name ?? line.sku ?? '',
      imageUrl: line.image_url,
      instructions: line.instructions,
      status,
      replacesId: line.replaced_id ?? namedBy.get(id) ?? null,
      ordered,
      // What is in the bag and says no more was picked as it was ordered.
      picked: picked ?? (isInBag(status) ? ordered : null),
    };
  });
}

/**
 * What the picked goods cost together; null where not every line says it. Lines that were not found or taken out do not
 * count, whatever they say.
 */
export function sumPickedMinor(lines: readonly OrderLine[]): number | null {
  const isSettled = lines.length > 0 && lines.every(({ status }) => isInBag(status) || isGone(status));
  if (!isSettled) return null;
  let sum = 0;
  for (const line of lines) {
    const cost = isInBag(line.status) ? costMinor(line.picked) : 0;
    if (cost === null) return null;
    sum += cost;
  }
  return Number.isSafeInteger(sum) ? sum : null;
}

function isInBag(status: LineStatus): boolean {
  return status === 'IN_CART' || status === 'ADDITION';
}

function isGone(status: LineStatus): boolean {
  return status === 'NOT_FOUND' || status === 'REPLACED';
}

function costMinor(picked: LineAmount | null): number | null {
  if (picked === null) return null;
  const { totalMinor, totalText, unitPriceMinor, amount } = picked;
  if (totalMinor !== null) return totalMinor;
  if (totalText !== undefined || unitPriceMinor === null || amount === null) return null;
  return Math.round(unitPriceMinor * amount);
}

function toLineStatus(status: string | null): LineStatus {
  const plain = LINE_STATUSES.find((known) => known === status);
  if (plain !== undefined || status === null) return plain ?? 'UNKNOWN';
  const letters = toWords(status).join('');
  return LINE_STATUSES.find((known) => known.replaceAll('_', '') === letters) ?? 'UNKNOWN';
}

/** What one pricing says; where it is silent on what is sold by what, `other` may know. null: nothing. */
function toAmount(
  pricing: WirePricing | null,
  other: WirePricing | null,
  currency: CurrencyCode,
): LineAmount | null {
  if (pricing === null) return null;
  const own = measure(pricing, other);
  const ownPrice = readMoney(pricing.unit_price, currency);
  const total = readMoney(pricing.total_price, currency);
  if (own === null && isSilent(ownPrice) && isSilent(total)) return null;
  const measured = own ?? (other === null ? null : measure(other, null));
  const price = isSilent(ownPrice) ? readMoney(other?.unit_price, currency) : ownPrice;
  const { unit = 'UNIT', amount = null, pieces = null, text = null, isUnweighed = false } = measured ?? {};
  // A total of zero, computed from a missing weight, says nothing.
  const isEmpty = isUnweighed && total.minor === 0 && amount !== null && amount > 0;
  return {
    unit,
    amount,
    pieces,
    unitPriceMinor: price.minor,
    totalMinor: isEmpty ? null : total.minor,
    ...(text === null ? {} : { amountText: text }),
    ...(total.text === null ? {} : { totalText: total.text }),
  };
}

function isSilent({ minor, text }: ReadMoney): boolean {
  return minor === null && text === null;
}

type Measured = Pick<LineAmount, 'unit' | 'amount' | 'pieces'> & {
  readonly text: string | null;
  readonly isUnweighed: boolean;
};

function measure(pricing: WirePricing, other: WirePricing | null): Measured | null {
  const { weight, quantity, weighted_pieces: pieces } = pricing;
  const type = toUnit(pricing.pricing_type) ?? toUnit(other?.pricing_type ?? null);
  const isByWeight =
    type === 'kg' || type === 'g' || isMass(quantity) || /^weigh/i.test(pricing.pricing_type ?? '');
  const scale = isMass(quantity) ? quantity : weight;
  const isWeighed = (scale.count ?? 0) > 0 || scale.text !== null;
  if ((isByWeight || (type === null && isMassOrMore(weight))) && isWeighed) {
    const word = toSaid(pricing.weight_unit);
    const unit = scale.unit ?? toUnit(word) ?? (type === 'g' ? 'g' : 'kg');
    const isUnknown = scale.unit === null && word !== null && toUnit(word) === null;
    const text = isUnknown && scale.count !== null ? `${String(scale.count)} ${word}` : scale.text;
    const counted = unit === 'g' && scale.count !== null ? inKilograms(scale.count) : scale.count;
    const many = pieces.count !== null && pieces.count > 0 ? pieces.count : null;
    return { unit: 'KG', amount: text === null ? counted : null, pieces: many, text, isUnweighed: false };
  }
  // Sold by weight but not weighed: use the pieces that were ordered.
  const some =
    (quantity.count ?? 0) > 0 || quantity.text !== null || (pieces.count ?? 0) === 0 ? quantity : pieces;
  if (some.count === null && some.text === null) return null;
  return { unit: 'UNIT', amount: some.count, pieces: null, text: some.text, isUnweighed: isByWeight };
}

function isMass({ unit }: ReadQuantity): boolean {
  return unit === 'kg' || unit === 'g';
}

function isMassOrMore(weight: ReadQuantity): boolean {
  return isMass(weight) || (weight.count ?? 0) > 0;
}

function inKilograms(grams: number): number {
  return Math.round(grams) / THOUSANDTHS;
}
