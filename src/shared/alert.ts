import type { PartnerErrorCode } from './partner.ts';
import { MAX_ORDER_ID_CHARS, type OrderSource } from './order.ts';

/** What has a tone of its own in the settings. */
export const TONE_KINDS = ['ready', 'cancelled', 'cancelled-after-handover', 'connection'] as const;
export type ToneKind = (typeof TONE_KINDS)[number];

/** `unclear`: the platform told a status of an order that this version does not know. */
export const ALERT_KINDS = [...TONE_KINDS, 'unclear'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
export type OrderAlertKind = Exclude<AlertKind, 'connection'>;

type AnyAlert = {
  /** See `alertId`. */
  readonly id: string;
  /** ISO UTC: when it was raised on this computer. */
  readonly raisedAt: string;
  /** ISO UTC: since when the platform says it is so; equals `raisedAt` when it did not say. */
  readonly since: string;
  readonly source: OrderSource;
  /** ISO UTC: when its toast was handed to the desktop; null when it never was. */
  readonly shownAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  /** ISO UTC: when it stopped mattering by itself (picked up, handed over, replaced by a cancellation). */
  readonly closedAt: string | null;
};

/** Of one order. */
export type OrderAlert = AnyAlert & {
  readonly kind: OrderAlertKind;
  /** The order's id. */
  readonly subject: string;
  /** The order code. */
  readonly code: string;
  readonly customerFirstName: string | null;
  /** Reason of a cancellation, or the status of an `unclear` order, as the platform sent it. */
  readonly reason: string | null;
};

/** The platform cannot be asked. */
export type OutageAlert = AnyAlert & {
  readonly kind: 'connection';
  /** The ISO time at which the outage began. */
  readonly subject: string;
  readonly cause: PartnerErrorCode;
};

/** Something staff must notice. What rings is derived from the stored alerts that are open. */
export type Alert = OrderAlert | OutageAlert;

/** The code of an alert's order; empty for an outage. */
export function alertCode(alert: Alert): string {
  return alert.kind === 'connection' ? '' : alert.code;
}

/** An id is an order's, a colon and a kind. */
export const MAX_ALERT_ID_CHARS = MAX_ORDER_ID_CHARS + 40;

/** One alert per order and subject: both kinds of cancellation share an id, so an order rings once for it. */
export function alertId(subject: string, kind: AlertKind): string {
  return `${subject}:${kind === 'cancelled-after-handover' ? 'cancelled' : kind}`;
}

/** The subject within an alert's id. */
export function alertSubject(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf(':')));
}

/** An alert that still wants somebody. */
export function isOpenAlert(alert: Pick<Alert, 'acknowledgedAt' | 'closedAt'>): boolean {
  return alert.acknowledgedAt === null && alert.closedAt === null;
}
