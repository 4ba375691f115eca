import type { ProbeResult } from './types.ts';

export type TunnelQuestions = {
  /** Asks now, or joins the question that is under way. null when it was dropped: what it asked through is gone. */
  readonly ask: () => Promise<ProbeResult | null>;
  /** Asks after so many milliseconds, instead of when it was planned before. */
  readonly plan: (waitMs: number) => void;
  readonly unplan: () => void;
  /** Ends the question that is under way, without an answer, and plans none. */
  readonly drop: () => void;
};

/** The questions to the public address: one at a time, and when the next one is asked. */
export function createTunnelQuestions(deps: {
  /** Never rejects. */
  readonly ask: (signal: AbortSignal) => Promise<ProbeResult>;
  /** Told of every answer before whoever asked. */
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
