export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export type RateLimit = {
  /** Resolves when one more request may go out; those who wait go in the order they came. Rejects when aborted. */
  readonly acquire: (signal?: AbortSignal) => Promise<void>;
};

/**
 * At most `limit` requests in any span of `windowMs`. Source: docs/partner-api.md, "Rate limit".
 */
export function createRateLimit({
  limit,
  windowMs,
  monotonicMs,
  sleep,
}: {
  readonly limit: number;
  readonly windowMs: number;
  readonly monotonicMs: () => number;
  readonly sleep: Sleep;
}): RateLimit {
  let granted: readonly number[] = [];
  let turn: Promise<void> = Promise.resolve();

  const take = async (signal: AbortSignal | undefined): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const now = monotonicMs();
      granted = granted.filter((at) => now - at < windowMs);
      const oldest = granted[0];
      if (oldest === undefined || granted.length < limit) {
        granted = [...granted, now];
        return;
      }
      await sleep(oldest + windowMs - now, signal);
    }
  };

  return {
    acquire: (signal) => {
      const mine = turn.then(() => take(signal));
      // Whoever gives up lets the next one pass.
      turn = mine.catch(() => undefined);
      return signal === undefined ? mine : Promise.race([mine, aborted(signal, mine)]);
    },
  };
}

/** Rejects as soon as `signal` is aborted, unless `work` ended before. */
async function aborted(signal: AbortSignal, work: Promise<void>): Promise<void> {
  signal.throwIfAborted();
  let onAbort = (): void => undefined;
  const gaveUp = new Promise<never>((_, reject) => {
    onAbort = () => reject(toError(signal.reason));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    await Promise.race([work, gaveUp]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}
