import { createSerialQueue, type SerialQueue } from '../core/support/scheduling.ts';
import type { Urgency } from '../core/sync/types.ts';

export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export type RateLimit = {
  /**
   * Resolves when one more request may go out; those who wait with the same urgency go in the order they came. Rejects when
   * aborted. Usual: 'person'.
   */
  readonly acquire: (signal?: AbortSignal, urgency?: Urgency) => Promise<void>;
};

/**
 * At most `limit` requests in any span of `windowMs`. A third of them is kept from what is not urgent (half from what is not
 * about orders), and a few from polls,
 * so that neither poll nor person waits for what came before. Source: docs/partner-api.md, "Rate limit".
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
  const shares: Readonly<Record<Urgency, number>> = {
    person: limit,
    news: limit - Math.floor(limit / 12),
    past: limit - Math.floor(limit / 3),
    aside: limit - Math.floor(limit / 2),
  };
  const turns: Readonly<Record<Urgency, SerialQueue>> = {
    person: createSerialQueue(),
    news: createSerialQueue(),
    past: createSerialQueue(),
    aside: createSerialQueue(),
  };
  let granted: readonly number[] = [];

  const take = async (share: number, signal: AbortSignal | undefined): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const now = monotonicMs();
      granted = granted.filter((at) => now - at < windowMs);
      // The request that must leave the window before there is room.
      const inTheWay = granted[granted.length - share];
      if (inTheWay === undefined) {
        granted = [...granted, now];
        return;
      }
      await sleep(inTheWay + windowMs - now, signal);
    }
  };

  return {
    acquire: (signal, urgency = 'person') => {
      // An aborted request gives its turn to the next one.
      const mine = turns[urgency].run(() => take(shares[urgency], signal));
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
