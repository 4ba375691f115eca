import type { PartnerErrorCode } from '../partner.ts';
import { MAX_ORDER_ID_CHARS, type OrderSource } from './order.ts';

/** The kinds that have their own tone in the settings. */
export const TONE_KINDS = ['ready', 'cancelled', 'cancelled-after-handover', 'connection'] as const;
export type ToneKind = (typeof TONE_KINDS)[number];

/** `unclear`: the platform sent a status that this version does not know. */
export const ALERT_KINDS = [...TONE_KINDS, 'unclear'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
export type OrderAlertKind = Exclude<AlertKind, 'connection'>;

type AnyAlert = {
  /** See `alertId`. */
  readonly id: string;
  /** ISO UTC: when it was raised on this computer. */
  readonly raisedAt: string;
  /** ISO UTC: since when this is so, according to the platform; equals `raisedAt` when the platform gave no time. */
  readonly since: string;
  readonly source: OrderSource;
  /** ISO UTC: when its toast was given to the desktop; null: not yet. */
  readonly shownAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  /** ISO UTC: when it closed by itself (picked up, handed over, replaced by a cancellation). */
  readonly closedAt: string | null;
};

/** An alert about one order. */
export type OrderAlert = AnyAlert & {
  readonly kind: OrderAlertKind;
  /** The order's id. */
  readonly subject: string;
  /** The order code. */
  readonly code: string;
  readonly customerFirstName: string | null;
  /** Reason of a cancellation, or the status of an `unclear` order, as the platform sent it. */
  readonly reason: string | null;
  /** Only of a bag that somebody was reminded of, or that nobody wants to be reminded of. */
  readonly reminder?: Reminder;
};

/** What happened about a bag that is ready and that nobody comes for. Times are ISO UTC; null: never. */
export type Reminder = {
  /** When its tone was last played. */
  readonly toldAt: string | null;
  /** When somebody last said *Visto* to it. */
  readonly seenAt: string | null;
  /** Since when nobody wants to be reminded of this order. */
  readonly silencedAt: string | null;
};

/** An alert about an outage: polls fail. */
export type OutageAlert = AnyAlert & {
  readonly kind: 'connection';
  /** The ISO time at which the outage began. */
  readonly subject: string;
  readonly cause: PartnerErrorCode;
};

/** Something that staff must notice. What rings is derived from the stored open alerts. */
export type Alert = OrderAlert | OutageAlert;

/** Returns the code of the alert's order; empty for an outage. */
export function alertCode(alert: Alert): string {
  return alert.kind === 'connection' ? '' : alert.code;
}

/** An id is an order's, a colon and a kind. */
export const MAX_ALERT_ID_CHARS = MAX_ORDER_ID_CHARS + 40;

/** Returns the alert's id. Both kinds of cancellation share one, so an order rings once for it. */
export function alertId(subject: string, kind: AlertKind): string {
  return `${subject}:${kind === 'cancelled-after-handover' ? 'cancelled' : kind}`;
}

/** Returns the subject within an alert's id. */
export function alertSubject(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf(':')));
}

/** Returns true when the alert is neither acknowledged nor closed. */
export function isOpenAlert(alert: Pick<Alert, 'acknowledgedAt' | 'closedAt'>): boolean {
  return alert.acknowledgedAt === null && alert.closedAt === null;
}

/** Returns true for a ready order whose alert somebody has seen, and whose bag has not left. */
export function isSeenReady(alert: Alert): alert is OrderAlert {
  return alert.kind === 'ready' && alert.acknowledgedAt !== null && alert.closedAt === null;
}

/** For how long alerts can be muted. */
export const MUTE_MINUTES = [15, 30, 60] as const;
/** The longest mute that any caller may set. */
export const MAX_MUTE_MINUTES = 240;

export type MuteState = {
  /** ISO UTC until which only do-not-hand-over rings; null when nothing is muted. */
  readonly until: string | null;
};
