import type { AlertKind } from './alert.ts';
import type { CurrencyCode } from './money.ts';

/** How many days back are kept, today included. */
export const DAYS_KEPT = 60;

/** Days by the shop's calendar, `YYYY-MM-DD`, both included. */
export type DayRange = { readonly from: string; readonly to: string };

/** What the page asks for. Which day is today is main's to say: by the platform's clock and the shop's time zone. */
export type DayChoice =
  { readonly kind: 'today' } | { readonly kind: 'yesterday' } | ({ readonly kind: 'range' } & DayRange);

/** How long something took, over many; the times are null when there was none. */
export type Durations = {
  readonly count: number;
  readonly medianMs: number | null;
  readonly worstMs: number | null;
  /** The code of the order that took longest; null for none. */
  readonly worstCode: string | null;
};

/** One hour of a shop's clock: of a single day, or the same hour of all days of the range. */
export type DayHour = {
  /** 0 to 23. */
  readonly hour: number;
  /** The clock was set back: this hour came a second time that day. */
  readonly isRepeated: boolean;
  readonly ready: number;
  readonly left: number;
  /** Of those that left in this hour. */
  readonly medianWaitMs: number | null;
};

/** A time in which PedidosYa could not be asked, or in which the app was not running. */
export type DayOutage = {
  readonly kind: 'connection' | 'app-off';
  /** ISO UTC. */
  readonly from: string;
  /** ISO UTC; null: it still lasts. */
  readonly to: string | null;
  /** Orders that became ready during it and were known here only after it. */
  readonly hidReady: number;
  readonly hidCancelled: number;
};

export type DayReport = {
  readonly range: DayRange;
  /** By the platform's clock, at the shop. */
  readonly today: string;
  readonly firstDay: string;
  readonly ready: number;
  /** Handed over here, or picked up according to the platform. */
  readonly left: number;
  readonly cancelledBefore: number;
  readonly cancelledAfter: number;
  /** Became ready in this time and are still here. */
  readonly stillWaiting: number;
  /** From ready to handed over or picked up. */
  readonly waiting: Durations;
  /** From the alert to "Visto". */
  readonly seen: Durations;
  /** Alerts that closed by themselves before anybody marked them as seen. */
  readonly closedUnseen: number;
  readonly hours: readonly DayHour[];
  readonly outages: readonly DayOutage[];
  /** Orders of which no webhook came: only asking found them. */
  readonly foundByAsking: { readonly count: number; readonly codes: readonly string[] };
};

export const DAY_FILES = ['orders', 'alerts'] as const;
export type DayFile = (typeof DAY_FILES)[number];

export type DaySaved =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'disk-failed' };

/** What is kept of one order that matters to a day. Times are ISO UTC. */
export type DayOrder = {
  readonly code: string;
  readonly externalId: string | null;
  /** The first letter of the customer's first name; empty when unknown. Nothing else of a customer leaves the app. */
  readonly initial: string;
  readonly isCancelled: boolean;
  readonly isReady: boolean;
  readonly wasPickedUp: boolean;
  readonly isCancelledAfterPickUp: boolean | null;
  readonly cancelledBy: string | null;
  readonly cancelledReason: string | null;
  readonly firstSeenAt: string;
  readonly readyAt: string | null;
  /** When this computer learned that it is ready. */
  readonly readyKnownAt: string | null;
  readonly handedOverAt: string | null;
  /** Initials; null, or absent: not known. */
  readonly handedOverBy?: string | null;
  readonly pickedUpAt: string | null;
  readonly cancelledAt: string | null;
  readonly cancelledKnownAt: string | null;
  readonly hadWebhook: boolean;
  readonly lineCount: number;
  readonly totalMinor: number | null;
  readonly currency: CurrencyCode;
};

/** What is kept of one alert that matters to a day. */
export type DayAlert = {
  readonly kind: AlertKind;
  /** Empty for an outage. */
  readonly code: string;
  readonly raisedAt: string;
  readonly since: string;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly closedAt: string | null;
};
