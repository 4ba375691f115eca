import type { HealthPart, HealthState } from './health.ts';

/** One line of the health history: the state of a part changed, or the app started or ended. */
export type HealthNote = {
  /** ISO UTC. */
  readonly at: string;
  readonly part: HealthPart | 'app';
  readonly state: HealthState | 'started' | 'stopped';
  /** A HealthCode; for the app itself, its version. */
  readonly code: string;
  readonly detail: string | null;
};
