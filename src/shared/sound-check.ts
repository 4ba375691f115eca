import type { HealthCode, HealthState } from './health.ts';

/** What a test of the sound found; the code's sentence and remedy are in `texts.health`. */
export type SoundCheck = {
  readonly state: HealthState;
  readonly code: HealthCode;
  readonly detail: string | null;
  /** Whether this system tells if the computer itself is muted or at volume 0. */
  readonly isSystemKnown: boolean;
};
