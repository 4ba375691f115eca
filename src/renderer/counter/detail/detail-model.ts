import type { LineAmount, OrderLine, OrderTotals } from '../../../shared/order.ts';

/** One entry of the detail: a line, or a line taken out together with what was given instead. */
export type DetailEntry = { readonly line: OrderLine; readonly instead: readonly OrderLine[] };

/** Groups replacements: the platform names the other end on either line, and either may come first. */
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

/** True when what is in the bag is not what was asked for. Weights always differ a little: they are compared by 5 %. */
export function isAmountChanged(ordered: LineAmount | null, picked: LineAmount | null): boolean {
  if (ordered === null || picked === null || ordered.unit !== picked.unit) return false;
  if (ordered.amount === null || picked.amount === null) return false;
  const difference = Math.abs(ordered.amount - picked.amount);
  return ordered.unit === 'KG' ? difference > ordered.amount * 0.05 : difference > 0;
}

/** True when the goods' value that was sent is not the sum of what was picked, as far as both are known. */
export function isSumDifferent(totals: OrderTotals): boolean {
  return (
    totals.goodsMinor !== null && totals.pickedMinor !== null && totals.goodsMinor !== totals.pickedMinor
  );
}
