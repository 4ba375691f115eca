import type { AlertSettings } from '../../../shared/settings/alert-settings.ts';
import type { OrderAlert } from '../../../shared/orders/alert.ts';
import type { UnclaimedBag } from '../../../shared/orders/card.ts';
import { shiftIso } from '../../../shared/time.ts';
import { EARLIEST_TIME } from '../orders/time-limits.ts';

const MINUTE_MS = 60_000;
/** After this time nobody expects that somebody still comes. */
const WAITS_AT_MOST_MS = 24 * 60 * MINUTE_MS;

/** What is shown and heard of bags that are ready and that nobody comes for. */
export type UnclaimedPlan = {
  /** For the card, the longest waiting first. */
  readonly bags: readonly UnclaimedBag[];
  /** The orders that one tone now stands for; empty: no tone. */
  readonly remind: readonly string[];
  /** The orders that nobody wants to be reminded of. */
  readonly silenced: readonly string[];
};

/**
 * Returns what is shown and heard of bags that wait too long, from the alerts of ready orders that somebody has seen;
 * an alert that nobody has seen goes on ringing by its own rule. A tone that may not be played now is played as soon as
 * it may.
 */
export function planUnclaimed(facts: {
  readonly seenReady: readonly OrderAlert[];
  readonly settings: AlertSettings['unclaimed'];
  /** Platform time, ISO UTC. */
  readonly now: string;
  /** Nothing else rings, nothing is muted, and it is no quiet hour. */
  readonly mayRemind: boolean;
}): UnclaimedPlan {
  const { seenReady, settings, now } = facts;
  const isSilenced = ({ reminder }: OrderAlert): boolean => (reminder?.silencedAt ?? null) !== null;
  const silenced = seenReady.filter(isSilenced).map(({ subject }) => subject);
  if (settings.afterMinutes === 0) return { bags: [], remind: [], silenced };
  const everyMs = settings.everyMinutes === 0 ? WAITS_AT_MOST_MS : settings.everyMinutes * MINUTE_MS;
  const waiting = seenReady
    .filter((alert) => !isSilenced(alert))
    .map((alert) => ({ alert, since: readySince(alert, now) }))
    .filter(
      ({ alert, since }) =>
        since >= shiftIso(now, -WAITS_AT_MOST_MS) && isDue(alert, since, settings.afterMinutes, everyMs, now),
    )
    .toSorted((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)));
  const isToneDue = waiting.some(({ alert }) => isOver(alert.reminder?.toldAt, everyMs, now));
  return {
    bags: waiting.map(({ alert: { subject, code, customerFirstName }, since }) => ({
      orderId: subject,
      code,
      customerFirstName,
      since,
    })),
    // One tone stands for all of them, so that many bags do not make many tones.
    remind: isToneDue && facts.mayRemind ? waiting.map(({ alert }) => alert.subject) : [],
    silenced,
  };
}

/** Somebody who has just looked at a bag that waits is not told of it before the next time. */
function isDue(
  alert: OrderAlert,
  since: string,
  afterMinutes: number,
  everyMs: number,
  now: string,
): boolean {
  const dueAt = shiftIso(since, afterMinutes * MINUTE_MS);
  if (dueAt > now) return false;
  const { acknowledgedAt: seenAt } = alert;
  const isSeenLate = seenAt !== null && seenAt > dueAt;
  return (!isSeenLate || isOver(seenAt, everyMs, now)) && isOver(alert.reminder?.seenAt, everyMs, now);
}

/** Returns whether so much time has passed since `at`. A time in the future comes from a clock that was wrong. */
function isOver(at: string | null | undefined, ms: number, now: string): boolean {
  return at === null || at === undefined || at > now || shiftIso(at, ms) <= now;
}

/** A time of the platform that cannot be counts as unknown: then it is since it became known here. */
function readySince({ since, raisedAt }: OrderAlert, now: string): string {
  return since < EARLIEST_TIME || since > now ? raisedAt : since;
}
