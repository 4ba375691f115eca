import type { HealthCode, HealthState } from '../../../shared/health/health.ts';

/** A notification of the desktop. */
export type Toast = {
  readonly title: string;
  readonly body: string;
  readonly isUrgent: boolean;
  /** Whether it stays until it is closed. */
  readonly stays: boolean;
  readonly onClick: () => void;
};

/** Shows toasts on this desktop. No call ever waits for the desktop. */
export type Toaster = {
  readonly show: (key: string, toast: Toast) => void;
  /** Removes the toast, even before it was shown. */
  readonly close: (key: string) => void;
  /** Runs this once, as soon as the desktop accepts more toasts. Only the last function is kept. */
  readonly whenFree: (run: () => void) => void;
  /** Removes all toasts. */
  readonly stop: () => void;
};

/** Reports the health of the toasts. */
export type ToastHealth = (state: HealthState, code: HealthCode) => void;
