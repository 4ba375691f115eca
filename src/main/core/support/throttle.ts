/** Calls `run` soon after the first call, and at most once within `waitMs` however many calls come. */
export function createThrottle(deps: {
  readonly run: () => void;
  readonly waitMs: number;
  readonly schedule: (run: () => void, ms: number) => void;
}): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    deps.schedule(() => {
      isWaiting = false;
      deps.run();
    }, deps.waitMs);
  };
}
