import { alertCode, isOpenAlert, type Alert, type AlertKind } from '../../../shared/orders/alert.ts';
import { NEVER, type PhoneSettings } from '../../../shared/settings/outgoing.ts';
import { msBetween, shiftIso } from '../../../shared/time.ts';
import type { QueuedMessage } from '../orders/types.ts';
import type { PhoneRow } from './types.ts';

/** What a message to the phone is about. Only kinds and codes leave the computer; the ids are for the app itself. */
export type PhoneNews = {
  /** `unseen`: nobody saw it. `seen`: somebody did, after the first message. `back`: the outage is over. `test`: a test. */
  readonly about: 'unseen' | 'seen' | 'back' | 'test';
  readonly kind: AlertKind;
  readonly codes: readonly string[];
  readonly alertIds: readonly string[];
  /** ISO UTC: since when, or when it was seen. */
  readonly at: string;
  /** The message that this one follows. */
  readonly follows: string | null;
};

const MINUTE_MS = 60_000;
/** Older alerts are for the counter, not for a phone. */
const TOLD_MS = 12 * 60 * MINUTE_MS;
/** *Visto* can be taken back for ten seconds. */
const TAKEN_BACK_MS = 12_000;

/**
 * Returns the messages that are due: one for all alerts of one kind that nobody saw in time, each alert once, ever; and
 * one that takes an earlier message back once all its alerts are seen.
 */
export function planPhone(facts: {
  readonly phone: PhoneSettings;
  readonly isShopOpen: boolean;
  readonly open: readonly Alert[];
  readonly rows: readonly PhoneRow[];
  readonly parse: (body: string) => PhoneNews | null;
  readonly alertOf: (alertId: string) => Alert | null;
  readonly now: string;
}): readonly PhoneNews[] {
  const { phone, now, open } = facts;
  if (phone.way === 'off' || !facts.isShopOpen) return [];
  const known = facts.rows.flatMap((row) => {
    const news = facts.parse(row.body);
    return news === null ? [] : [{ ...row, news }];
  });
  const told = new Set(known.flatMap(({ news }) => (news.about === 'unseen' ? news.alertIds : [])));
  const followed = new Set(known.map(({ news }) => news.follows));
  const due = open.filter((alert) => !told.has(alert.id) && isDue(alert, phone, now));
  const openIds = new Set(open.map(({ id }) => id));
  const followUps = known
    .filter(({ id, isSent, news }) => isSent && news.about === 'unseen' && !followed.has(id))
    // Without a look into the store while one of them is still open.
    .filter(({ news }) => !news.alertIds.some((alertId) => openIds.has(alertId)))
    .flatMap(({ id, news }) => followUp(id, news, facts.alertOf, now));
  return [...byKind(due), ...followUps];
}

/** Returns the news without the alerts that somebody saw since; null when nothing is left to say. */
export function stillTrue(news: PhoneNews, alertOf: (alertId: string) => Alert | null): PhoneNews | null {
  if (news.about !== 'unseen') return news;
  const left = news.alertIds.map(alertOf).filter((alert) => alert !== null && isOpenAlert(alert));
  const codes = left.flatMap((alert) => (alert === null ? [] : [alertCode(alert)]));
  return left.length === 0 ? null : { ...news, codes: codes.filter((code) => code !== '') };
}

/** Returns the news as a message to be stored. `id`: unique. */
export function toQueued(news: PhoneNews, id: string, at: string): QueuedMessage {
  const [code = ''] = news.codes;
  return { id, target: 'phone', lane: 'phone', code, body: JSON.stringify(news), at };
}

function minutesOf(kind: AlertKind, phone: PhoneSettings): number {
  if (kind === 'ready') return phone.ready;
  return kind === 'connection' ? phone.connection : phone.cancelled;
}

function isDue(alert: Alert, phone: PhoneSettings, now: string): boolean {
  const minutes = minutesOf(alert.kind, phone);
  const ageMs = msBetween(alert.raisedAt, now);
  // A time that is still to come is of a clock that was ahead: how long the alert has waited is unknown.
  const isDueNow = ageMs < 0 || ageMs >= minutes * MINUTE_MS;
  return minutes !== NEVER && isDueNow && ageMs < TOLD_MS;
}

function byKind(due: readonly Alert[]): readonly PhoneNews[] {
  const kinds = [...new Set(due.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const alerts = due.filter((alert) => alert.kind === kind);
    return {
      about: 'unseen' as const,
      kind,
      codes: alerts.map(alertCode).filter((code) => code !== ''),
      alertIds: alerts.map(({ id }) => id),
      at: alerts[0]?.since ?? '',
      follows: null,
    };
  });
}

function followUp(
  id: string,
  { kind, codes, alertIds }: PhoneNews,
  alertOf: (alertId: string) => Alert | null,
  now: string,
): readonly PhoneNews[] {
  const alerts = alertIds.map(alertOf).filter((alert) => alert !== null);
  if (alerts.length === 0 || alerts.some(isOpenAlert)) return [];
  const seen = alerts.flatMap(({ acknowledgedAt }) => acknowledgedAt ?? []).toSorted();
  const closed = alerts.flatMap(({ closedAt }) => closedAt ?? []).toSorted();
  const common = { kind, codes, alertIds, follows: id };
  const [seenAt, closedAt] = [seen.at(-1), closed.at(-1)];
  if (kind === 'connection' && closedAt !== undefined) return [{ ...common, about: 'back', at: closedAt }];
  if (seenAt === undefined || seenAt > shiftIso(now, -TAKEN_BACK_MS)) return [];
  return [{ ...common, about: 'seen', at: seenAt }];
}
