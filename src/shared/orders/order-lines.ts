import type { LineAmount, OrderLine, OrderTotals } from './order.ts';

/** One entry of the detail: a line, or a removed line together with its replacement. */
export type DetailEntry = { readonly line: OrderLine; readonly instead: readonly OrderLine[] };

/** Groups each removed line with its replacement. The platform links the two on either line, and either may come first. */
export function toDetailEntries(lines: readonly OrderLine[]): readonly DetailEntry[] {
  const replaced = new Set(lines.filter((line) => line.status === 'REPLACED').map((line) => line.id));
  const insteadOf = new Map<string, OrderLine[]>();
  const placed = new Set<string>();
  for (const line of lines) {
    if (line.status !== 'ADDITION') continue;
    const target = replaced.has(line.replacesId ?? '') ? line.replacesId : namedBy(lines, line.id);
    if (target === null) continue;
    placed.add(line.id);
    insteadOf.set(target, [...(insteadOf.get(target) ?? []), line]);
  }
  return lines
    .filter((line) => !placed.has(line.id))
    .map((line) => ({ line, instead: insteadOf.get(line.id) ?? [] }));
}

function namedBy(lines: readonly OrderLine[], additionId: string): string | null {
  return lines.find((line) => line.status === 'REPLACED' && line.replacesId === additionId)?.id ?? null;
}

/**
 * Returns true when the picked amount differs from the ordered one. Weights always differ a little, so up to 5 % is
 * equal.
 */
export function isAmountChanged(ordered: LineAmount | null, picked: LineAmount | null): boolean {
  if (ordered === null || picked === null || ordered.unit !== picked.unit) return false;
  if (ordered.amount === null || picked.amount === null) return false;
  const difference = Math.abs(ordered.amount - picked.amount);
  return ordered.unit === 'KG' ? difference > ordered.amount * 0.05 : difference > 0;
}

/** Returns true when the total that the platform sent is not the sum of the picked lines. Unknown values never differ. */
export function isSumDifferent(totals: OrderTotals): boolean {
  return (
    totals.goodsMinor !== null && totals.pickedMinor !== null && totals.goodsMinor !== totals.pickedMinor
  );
}
