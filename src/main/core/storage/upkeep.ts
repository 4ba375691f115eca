import { planUpkeep, type StoreMeasure, type UpkeepStep } from './upkeep-plan.ts';

/** Returns a function that keeps the orders file small; call it every minute. A step that fails is tried again then. */
export function createUpkeep(deps: {
  readonly measure: () => StoreMeasure;
  /** May throw; the file is then as it was. */
  readonly perform: (step: UpkeepStep) => void;
  readonly facts: () => Pick<Parameters<typeof planUpkeep>[0], 'openAlerts' | 'quietMs'> & {
    readonly hours: 'open' | 'closed' | 'unknown';
  };
  readonly monotonicMs: () => number;
  readonly log: {
    readonly info: (message: string) => void;
    readonly error: (message: string, detail?: unknown) => void;
  };
}): () => void {
  const { monotonicMs, log } = deps;
  return () => {
    try {
      const { openAlerts, quietMs, hours } = deps.facts();
      const measure = deps.measure();
      const step = planUpkeep({ measure, openAlerts, quietMs, mayBeBusy: hours !== 'open' });
      if (step.kind === 'none') return;
      const fromMs = monotonicMs();
      deps.perform(step);
      log.info(`The orders file: ${step.kind} took ${(monotonicMs() - fromMs).toFixed(0)} ms`);
    } catch (error) {
      log.error('The orders file could not be put in order; tried again in a minute', error);
    }
  };
}
