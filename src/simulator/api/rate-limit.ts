export type RateLimit = {
  /** Returns the milliseconds to wait; 0: the request is accepted and counted. */
  readonly take: (key: string, limit: number) => number;
  readonly clear: () => void;
};

const WINDOW_MS = 60_000;

/** At most `limit` requests in any 60 seconds, per key; a refused request does not count. A limit of 0 is no limit. */
export function createRateLimit(now: () => number): RateLimit {
  const taken = new Map<string, readonly number[]>();
  return {
    take: (key, limit) => {
      const at = now();
      const recent = (taken.get(key) ?? []).filter((time) => at - time < WINDOW_MS);
      taken.set(key, recent);
      const oldest = recent[0];
      if (limit > 0 && oldest !== undefined && recent.length >= limit) return oldest + WINDOW_MS - at;
      taken.set(key, [...recent, at]);
      return 0;
    },
    clear: () => taken.clear(),
  };
}
