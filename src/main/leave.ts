import { startLimit } from './timing.ts';

/** Says when a request has to end. */
export type Leave = {
  readonly signal: AbortSignal;
  /** True when the time limit ended it, and nothing else had before. */
  readonly isLate: () => boolean;
  /** Ends it: nothing more is needed. */
  readonly end: () => void;
};

/**
 * Returns one signal for every way in which a request can end: its time limit (`ms`) has passed, the caller aborts, or
 * its answer is no longer needed. It belongs to a controller that lives as long as the request: the signal of
 * `AbortSignal.any` can be garbage collected together with its sources, and then nothing ends the request.
 */
export function createLeave({
  ms,
  caller,
}: {
  readonly ms?: number;
  readonly caller?: AbortSignal | undefined;
}): Leave {
  const controller = new AbortController();
  let isLate = false;
  const abort = (): void => controller.abort(caller?.reason);
  const late = (): void => {
    isLate = !controller.signal.aborted;
    controller.abort();
  };
  const stopLimit = ms === undefined ? (): void => undefined : startLimit(late, ms);
  if (caller?.aborted === true) abort();
  caller?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    isLate: () => isLate,
    end: () => {
      stopLimit();
      caller?.removeEventListener('abort', abort);
      controller.abort();
    },
  };
}
