/**
 * Theil–Sen: the median of the slopes between all pairs, so that a third of the samples may be outliers. Per sample.
 * Samples are taken at equal distances.
 */
export function slopeOf(samples: readonly number[]): number {
  const slopes: number[] = [];
  for (let from = 0; from < samples.length; from += 1)
    for (let to = from + 1; to < samples.length; to += 1)
      slopes.push(((samples[to] ?? 0) - (samples[from] ?? 0)) / (to - from));
  return medianOf(slopes);
}

export type Growth = { readonly before: number; readonly grew: number };

/** Returns how much a figure grew along the line through its samples, once the first third, the warm-up, is left out. */
export function growthOf(samples: readonly number[]): Growth {
  const warm = samples.slice(Math.floor(samples.length / 3));
  return { before: medianOf(warm), grew: slopeOf(warm) * Math.max(0, warm.length - 1) };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
