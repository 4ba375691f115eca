import type { HealthCode, HealthState } from './health.ts';

/** The result of a sound test; the code's sentence and remedy are in `texts.health`. */
export type SoundCheck = {
  readonly state: HealthState;
  readonly code: HealthCode;
  readonly detail: string | null;
  /** Whether this system can report that the computer is muted or at volume 0. */
  readonly isSystemKnown: boolean;
};
