import type { ProbeResult } from './types.ts';

export type TunnelQuestions = {
  /**
   * Probes now, or joins the running probe. Resolves with null when the probe was dropped because its connection is
   * gone.
   */
  readonly ask: () => Promise<ProbeResult | null>;
  /** Probes after so many milliseconds; replaces the planned probe. */
  readonly plan: (waitMs: number) => void;
  readonly unplan: () => void;
  /** Aborts the running probe without a result, and plans none. */
  readonly drop: () => void;
};

/** Probes the public address, one probe at a time, and plans the next one. */
export function createTunnelQuestions(deps: {
  /** Never rejects. */
  readonly ask: (signal: AbortSignal) => Promise<ProbeResult>;
  /** Receives every result before the caller of `ask` does. */
  readonly conclude: (result: ProbeResult) => void;
  readonly schedule: (run: () => void, ms: number) => () => void;
}): TunnelQuestions {
  let asking: { readonly abort: AbortController; readonly answer: Promise<ProbeResult | null> } | null = null;
  let unplan = (): void => undefined;

  const ask = (): Promise<ProbeResult | null> => {
    unplan();
    if (asking !== null) return asking.answer;
    const abort = new AbortController();
    const answer = deps.ask(abort.signal).then((result) => {
      if (abort.signal.aborted) return null;
      asking = null;
      deps.conclude(result);
      return result;
    });
    asking = { abort, answer };
    return answer;
  };

  return {
    ask,
    plan: (waitMs) => {
      unplan();
      unplan = deps.schedule(() => void ask(), waitMs);
    },
    unplan: () => unplan(),
    drop: () => {
      unplan();
      asking?.abort.abort();
      asking = null;
    },
  };
}
