/** A step of the demonstration that did not happen. */
export class StepFailed extends Error {
  readonly step: string;

  constructor(step: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.step = step;
  }
}

/** An event and its time, in epoch milliseconds with a fraction. */
export type Moment = { readonly at: number; readonly what: string };

/** Epoch milliseconds with a fraction. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

export type Timeline = {
  /** Runs one step, then prints its result and how long it took. Throws `StepFailed` when it throws. */
  readonly step: (name: string, work: () => Promise<string>) => Promise<void>;
  /** Runs a step that returns several moments, then prints each with its distance (ms) from the first. */
  readonly moments: (name: string, work: () => Promise<readonly Moment[]>) => Promise<void>;
};

export function createTimeline(print: (line: string) => void): Timeline {
  const tried = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw new StepFailed(name, error);
    }
  };
  return {
    step: async (name, work) => {
      const startedAt = performance.now();
      const outcome = await tried(name, work);
      print(`${toMs(performance.now() - startedAt)}  ${name}: ${outcome}`);
    },
    moments: async (name, work) => {
      const moments = await tried(name, work);
      const first = moments[0]?.at ?? 0;
      print(`             ${name}:`);
      for (const { at, what } of moments) print(`${toMs(at - first, '+')}    ${what}`);
    },
  };
}

function toMs(ms: number, sign = ''): string {
  return `${sign}${ms.toFixed(1)} ms`.padStart(12);
}
