/** What cloudflared says of its connection. `silent`: nothing in time, which a busy computer does too. */
export type Readiness = 'ready' | 'not-ready' | 'silent';

/** Three answers in a row that it is not connected, or a minute and a half without any. */
const LOST = 12;
const WEIGHTS: Readonly<Record<Exclude<Readiness, 'ready'>, number>> = { 'not-ready': 4, silent: 1 };

/** Returns how much speaks against the connection after one more question. */
export function missesAfter(misses: number, readiness: Readiness): number {
  return readiness === 'ready' ? 0 : misses + WEIGHTS[readiness];
}

/** Returns whether the connection counts as lost. */
export function isLost(misses: number): boolean {
  return misses >= LOST;
}
