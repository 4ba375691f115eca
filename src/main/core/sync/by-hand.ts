import type { OrderSource } from '../../../shared/orders/order.ts';
import type { RefreshOutcome } from '../../../shared/partner.ts';

export type ByHand = {
  /** Rejects with what the store threw. */
  readonly run: (source: OrderSource) => Promise<RefreshOutcome>;
  /** As `run`, when a person asks for orders: a key that was missing may be readable by now. */
  readonly refresh: () => Promise<RefreshOutcome>;
  /** Returns true while somebody waits for `run`. */
  readonly isAsked: () => boolean;
};

/** Runs a sync for somebody who waits for it. */
export function createByHand(deps: {
  readonly run: (source: OrderSource) => Promise<RefreshOutcome>;
  /** Reads settings and secrets again when something was missing. */
  readonly recheck: () => Promise<void>;
  /** Somebody began to wait, or waits no longer. */
  readonly onAsked: () => void;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): ByHand {
  let asked = 0;
  const run = async (source: OrderSource): Promise<RefreshOutcome> => {
    asked += 1;
    deps.onAsked();
    try {
      return await deps.run(source);
    } finally {
      asked -= 1;
      deps.onAsked();
    }
  };
  return {
    run,
    refresh: async () => {
      try {
        await deps.recheck();
      } catch (error) {
        deps.log.error('What the keychain holds could not be followed', error);
      }
      return run('refresh');
    },
    isAsked: () => asked > 0,
  };
}
