/** When an exchange with somebody is over. */
export type Leave = {
  readonly signal: AbortSignal;
  /** Its time was over before anything else ended it. */
  readonly isLate: () => boolean;
  /** Nothing more is wanted of it. */
  readonly end: () => void;
};

/**
 * One signal for every way in which an exchange ends: its time (`ms`) is over, the caller leaves, its answer is not wanted
 * any more. A plain one that is held as long as the exchange: signals that are made to follow others may be collected
 * together with what tells them, and then nobody hears of the end.
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
  const timer = ms === undefined ? undefined : setTimeout(late, ms);
  if (caller?.aborted === true) abort();
  caller?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    isLate: () => isLate,
    end: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
      controller.abort();
    },
  };
}
