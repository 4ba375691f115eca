import type { RawNotice } from './notice.ts';

/** The webhook's secret. */
export const SECRET = 'Basic clave que sobrevive ñ';

/** What makes noise or stands on the screen now. */
export type Ringing = {
  /** Ids of the alerts that it rings for. */
  readonly alertIds: readonly string[];
  /** Null where only ears could tell. */
  readonly isSounding: boolean | null;
};

/** One life of the process that is killed, from a start to its end. */
export type Life = {
  /** Resolves when the receiver answers. */
  readonly up: () => Promise<void>;
  /** What the desktop was asked to show in this life, oldest first. */
  readonly notices: () => readonly RawNotice[];
  /** Resolves when what rings is for so many alerts: with what it rings for. */
  readonly ringing: (count: number) => Promise<Ringing>;
  /** Does what staff do; true when the process said that it is done, false when it died first. */
  readonly acknowledge: (alertIds: readonly string[]) => Promise<boolean>;
  /** SIGKILL; resolves when all of it is gone and what it said has been heard. */
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
