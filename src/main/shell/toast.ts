import type { HealthCode, HealthState } from '../../shared/health.ts';

/** What a desktop is asked to show. */
export type Toast = {
  readonly title: string;
  readonly body: string;
  readonly isUrgent: boolean;
  /** Until somebody takes it away. */
  readonly stays: boolean;
  readonly onClick: () => void;
};

/** Shows toasts on this desktop. No call here ever waits for the desktop, whatever becomes of it. */
export type Toaster = {
  readonly show: (key: string, toast: Toast) => void;
  /** Takes it from the screen, or sees to it that it never gets there. */
  readonly close: (key: string) => void;
  /** Runs this once when the desktop can take more, at once if it can now. The last one asked for counts. */
  readonly whenFree: (run: () => void) => void;
  /** Takes everything from the screen. */
  readonly stop: () => void;
};

/** How the light of the toasts stands. */
export type ToastHealth = (state: HealthState, code: HealthCode) => void;
