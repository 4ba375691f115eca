import type { RawNotice } from './notice.ts';

/** The webhook's secret. */
export const SECRET = 'Basic clave que sobrevive ñ';

/** What rings and what is on the screen now. */
export type Ringing = {
  /** Ids of the alerts that it rings for. */
  readonly alertIds: readonly string[];
  /** Null where it cannot be measured. */
  readonly isSounding: boolean | null;
};

/** One run of the process, from its start to the kill. */
export type Life = {
  /** Resolves when the receiver answers. */
  readonly up: () => Promise<void>;
  /** The notifications of this run, oldest first. */
  readonly notices: () => readonly RawNotice[];
  /** Resolves once it rings for so many alerts, with those alerts. */
  readonly ringing: (count: number) => Promise<Ringing>;
  /** Acknowledges alerts as staff do; resolves to true when the process confirmed it, false when it died first. */
  readonly acknowledge: (alertIds: readonly string[]) => Promise<boolean>;
  /** Sends SIGKILL; resolves when all its processes have ended and their output has been read. */
  readonly kill: () => Promise<void>;
};

/** Something with the app's receiver in it that can be killed and started again on the same files. */
export type Subject = {
  readonly name: string;
  readonly webhookUrl: string;
  readonly ordersFile: string;
  /** About how long a start takes here, in milliseconds: within it falls a kill during the start. */
  readonly startMs: number;
  /** `at-once`: does not wait for the process to come up, so that it can be killed before. */
  readonly start: (when: 'ready' | 'at-once') => Promise<Life>;
  readonly stop: () => Promise<void>;
};
