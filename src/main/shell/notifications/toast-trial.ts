import type { HealthCode, HealthEntry, HealthState } from '../../../shared/health/health.ts';
import type { HealthBoard } from '../../core/health/board.ts';

/** A little longer than the toaster waits for a silent desktop. */
const LIMIT_MS = 6_000;
type Verdict = Pick<HealthEntry, 'state' | 'code'>;
export type ToastTrial = Promise<Verdict>;

/** Reports how the desktop responded to one toast: the light of the toasts passes through here on its way to the board. */
export function createToastTrial(board: Pick<HealthBoard, 'set'>): {
  /** The board for the toaster. */
  readonly health: Pick<HealthBoard, 'set'>;
  /** Runs `show` and resolves with the desktop's response to it, or after some seconds with what is wrong with it. */
  readonly run: (show: () => void) => ToastTrial;
} {
  const silent: Verdict = { state: 'degraded', code: 'toasts-silent' };
  let wrong: Verdict | null = null;
  const waiting = new Set<(state: HealthState, code: HealthCode) => void>();
  return {
    health: {
      set: (part, state, code, detail) => {
        board.set(part, state, code, detail);
        wrong = state === 'ok' || state === 'off' ? null : { state, code };
        for (const listener of waiting) listener(state, code);
      },
    },
    run: (show) =>
      new Promise((resolve) => {
        const end = (verdict: Verdict): void => {
          clearTimeout(limit);
          waiting.delete(listener);
          resolve(verdict);
        };
        const limit = setTimeout(() => end(wrong ?? silent), LIMIT_MS);
        const listener = (state: HealthState, code: HealthCode): void => end({ state, code });
        waiting.add(listener);
        show();
      }),
  };
}
