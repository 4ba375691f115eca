/** One line of the table that `npm run bench` prints. */
export type BenchRow = {
  readonly what: string;
  readonly unit: string;
  readonly value: number;
  readonly baseline: number;
  /** What the baseline is. */
  readonly against: string;
  /** What the ratio value / baseline, or the value itself, should be; null: told only for comparison. */
  readonly aim: {
    readonly of: 'ratio' | 'value';
    readonly bound: 'at most' | 'at least';
    readonly limit: number;
  } | null;
};

/** Hands a row to `scripts/bench.mjs`, which reads it from the standard output. */
export function printRow(row: BenchRow): void {
  console.log(JSON.stringify({ row }));
}

/** The middle of some numbers; of an even count the upper one of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that at least `share` of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('There is nothing to take a quantile of');
  return value;
}
