import type { HealthPart, HealthState } from './health.ts';

/** One line of the health history: a part became different, or the app began or ended. */
export type HealthNote = {
  /** ISO UTC. */
  readonly at: string;
  readonly part: HealthPart | 'app';
  readonly state: HealthState | 'started' | 'stopped';
  /** A HealthCode; of the app: its version. */
  readonly code: string;
  readonly detail: string | null;
};
