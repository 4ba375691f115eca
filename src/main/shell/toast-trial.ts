import type { HealthCode, HealthEntry, HealthState } from '../../shared/health.ts';
import type { HealthBoard } from '../core/health/board.ts';

/** A little longer than the toaster waits for a silent desktop. */
const LIMIT_MS = 6_000;
type Verdict = Pick<HealthEntry, 'state' | 'code'>;

/** Tells what the desktop made of one toast: the light of the toasts passes through here on its way to the board. */
export function createToastTrial(board: Pick<HealthBoard, 'read' | 'set'>): {
  /** The board for the toaster. */
  readonly health: Pick<HealthBoard, 'set'>;
  /** Runs `show` and resolves with the desktop's response to it, or after some seconds with how the light stands. */
  readonly run: (show: () => void) => Promise<Verdict>;
} {
  let heard: ((state: HealthState, code: HealthCode) => void) | null = null;
  return {
    health: {
      set: (part, state, code, detail) => {
        board.set(part, state, code, detail);
        heard?.(state, code);
      },
    },
    run: (show) =>
      new Promise((resolve) => {
        const end = (verdict: Verdict): void => {
          clearTimeout(limit);
          heard = null;
          resolve(verdict);
        };
        const limit = setTimeout(() => {
          const { state, code } = board.read().toasts;
          end(
            state === 'ok' || state === 'off'
              ? { state: 'degraded', code: 'toasts-silent' }
              : { state, code },
          );
        }, LIMIT_MS);
        heard = (state, code) => end({ state, code });
        show();
      }),
  };
}
