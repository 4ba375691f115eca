import type { Fact } from './fact.ts';

export const HEALTH_PARTS = [
  'partner',
  'tunnel',
  'receiver',
  'store',
  'sound',
  'toasts',
  'power',
  'clock',
  'orders',
  'printer',
  'outgoing',
  'outlet',
] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];
export type HealthState = 'ok' | 'degraded' | 'down' | 'off';

/** Why a part is in its state. Each code has a sentence and a remedy in `shared/texts`. */
export const HEALTH_CODES = [
  'ok',
  'starting',
  'not-configured',
  'partner-unauthorized',
  'partner-forbidden',
  'partner-not-found',
  'partner-no-route',
  'partner-rate-limited',
  'partner-offline',
  'partner-bad-response',
  'partner-no-end',
  'sync-slow',
  'sync-unread',
  'partner-blocked',
  'partner-certificate',
  'partner-proxy',
  'partner-key-elsewhere',
  'receiver-port-in-use',
  'receiver-no-secret',
  'receiver-failed',
  'receiver-crowded',
  'webhook-wrong-secret',
  'webhook-wrong-address',
  'webhook-unreadable',
  'webhook-other-shop',
  'webhook-not-calling',
  'keychain-unavailable',
  'keys-gone',
  'settings-damaged',
  'store-failed',
  'store-full',
  'store-locked',
  'store-unwritable',
  'store-rebuilt',
  'store-newer',
  'tunnel-off',
  'tunnel-unproven',
  'tunnel-broken',
  'tunnel-failed',
  'sound-no-device',
  'sound-failed',
  'sound-volume-zero',
  'sound-computer-muted',
  'sound-computer-volume-zero',
  'toasts-missing',
  'toasts-silent',
  'power-asleep',
  'power-slept',
  'clock-off',
  'clock-far-off',
  'status-unknown',
  'shop-spelled',
  'clock-unknown',
  'printer-offline',
  'printer-missing',
  'printer-elsewhere',
  'printer-forbidden',
  'printer-no-paper',
  'printer-cover-open',
  'printer-stuck',
  'printer-paper-size',
  'printer-failed',
  'printer-doubtful',
  'printer-paper-low',
  'outgoing-late',
  'outgoing-dead',
  'outlet-open',
  'outlet-closed',
  'outlet-closed-today',
  'outlet-closed-until',
  'outlet-checkin',
  'outlet-unknown',
  'outlet-refused',
  'not-used',
] as const;
export type HealthCode = (typeof HEALTH_CODES)[number];

export type HealthEntry = {
  readonly state: HealthState;
  readonly code: HealthCode;
  /** ISO UTC: since when the part is in this state. */
  readonly since: string;
  /** A value to insert into the sentence: a program's name, a port, a file. Never a secret. */
  readonly detail: Fact | null;
};

/** Facts which prove that silence means "no orders". ISO UTC; null: not yet. */
export type HealthFacts = {
  /** When the last complete poll ended. */
  readonly lastPollAt: string | null;
  /** When the last webhook about an order of this shop came; the user's own tests do not count. */
  readonly lastWebhookAt: string | null;
  /** When the platform last said whether the shop is open. */
  readonly lastOutletAt: string | null;
  /** Platform time minus this computer's, in milliseconds; 0 while unknown. */
  readonly clockOffsetMs: number;
};

export type Health = Readonly<Record<HealthPart, HealthEntry>> & { readonly facts: HealthFacts };

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

/** The result of a sound test; the code's sentence and remedy are in `texts.health`. */
export type SoundCheck = {
  readonly state: HealthState;
  readonly code: HealthCode;
  readonly detail: string | null;
  /** Whether this system can report that the computer is muted or at volume 0. */
  readonly isSystemKnown: boolean;
};
