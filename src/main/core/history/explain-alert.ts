import type { Alert } from '../../../shared/orders/alert.ts';
import type { DeliveryOutcome } from '../../../shared/health/delivery.ts';
import type { OrderSource, StoredOrder } from '../../../shared/orders/order.ts';
import { msBetween } from '../../../shared/time.ts';
import type {
  Circumstance,
  Delay,
  Gap,
  Rejection,
  WhyEnd,
  WhyStory,
  WhyVerdict,
} from '../../../shared/orders/why.ts';

/** An alert, and how it could be heard when it was first shown; null when that was not recorded. */
export type NotedAlert = Alert & { readonly circumstance: Circumstance | null };

/** All stored records of one order. */
export type OrderRecords = {
  readonly stored: StoredOrder;
  /** Oldest first. */
  readonly events: readonly {
    readonly at: string;
    readonly source: OrderSource;
    readonly statusText: string;
  }[];
  readonly alerts: readonly NotedAlert[];
  /** Webhook requests that named the order, oldest first. */
  readonly deliveries: readonly { readonly at: string; readonly outcome: DeliveryOutcome }[];
};

/** What else happened in the time in question. */
export type Surroundings = {
  readonly rejected: Rejection | null;
  /** The app was not running. */
  readonly gap: Gap | null;
  /** A request named this order as another shop's. ISO UTC. */
  readonly otherShopAt: string | null;
};

/** An event this much later than the platform's own time is late. */
const LATE_MS = 90_000;
const OLD_MS = 24 * 60 * 60 * 1000;
const NOBODY = { arrived: null, cameCancelled: false, delay: null, end: null, repeats: null } as const;

/** Returns why an order rang or did not, from its records. Pure: `ask-why` collects the records. */
export function tellWhy(records: OrderRecords | null, around: Surroundings): WhyStory {
  if (records === null) return { verdict: withoutOrder(around), ...NOBODY };
  const alert = alertInQuestion(records);
  const verdict = alert === null ? withoutAlert(records) : ofAlert(alert, records.stored);
  const wasShown = verdict.kind === 'rang' || verdict.kind === 'silenced';
  const [first] = records.events;
  return {
    verdict,
    arrived:
      first === undefined
        ? { at: records.stored.firstSeenAt, source: records.stored.source }
        : { at: first.at, source: first.source },
    cameCancelled: first?.statusText === 'CANCELLED',
    delay: alert !== null && wasShown ? delayOf(alert, around) : null,
    end: alert !== null && wasShown ? endOf(alert, records.stored) : null,
    repeats: alert === null ? null : repeatsAfter(alert, records),
  };
}

/** Returns the alert of a cancellation if there is one, because it is the latest state. */
function alertInQuestion({ alerts }: OrderRecords): NotedAlert | null {
  return alerts.find((alert) => alert.kind.startsWith('cancelled')) ?? alerts[0] ?? null;
}

function withoutOrder({ otherShopAt, rejected, gap }: Surroundings): WhyVerdict {
  if (otherShopAt !== null) return { kind: 'other-shop', at: otherShopAt };
  if (rejected !== null) return { kind: 'rejected', rejected };
  return gap === null ? { kind: 'never-arrived' } : { kind: 'app-off', gap };
}

function withoutAlert({ stored }: OrderRecords): WhyVerdict {
  const { order, handedOverAt, wasPickedUp } = stored;
  if (wasPickedUp) return { kind: 'already-left' };
  if (handedOverAt !== null) return { kind: 'handed-over-before', at: handedOverAt };
  return { kind: 'not-ready', status: order.status, statusText: order.statusText };
}

function ofAlert(alert: NotedAlert, { order }: StoredOrder): WhyVerdict {
  const { kind, raisedAt, shownAt, closedAt, circumstance } = alert;
  if (shownAt === null) {
    // Raised and closed at the same moment: too old by the platform's time, so it was listed without a sound.
    const isQuiet = closedAt === raisedAt;
    if (isQuiet && kind.startsWith('cancelled')) return { kind: 'cancelled-too-long-ago' };
    if (isQuiet && kind === 'ready') {
      const isOld = (since: string): boolean => msBetween(since, raisedAt) > OLD_MS;
      if (isOld(alert.since)) return { kind: 'ready-too-long-ago', since: alert.since };
      // For a READY without a time, the creation time of the order counts.
      if (isOld(order.createdAt ?? raisedAt)) return { kind: 'ready-too-long-ago', since: null };
    }
    return { kind: 'not-shown', alert: kind, at: raisedAt };
  }
  if (circumstance === null || circumstance === 'audible') {
    return { kind: 'rang', alert: kind, at: shownAt, isHeard: circumstance === null ? null : true };
  }
  return { kind: 'silenced', alert: kind, at: shownAt, by: circumstance };
}

function delayOf(alert: Alert, { gap, rejected }: Surroundings): Delay | null {
  const lateMs = msBetween(alert.since, alert.raisedAt);
  if (lateMs < LATE_MS) return null;
  return { minutes: Math.round(lateMs / 60_000), gap, rejected };
}

function endOf(alert: Alert, { order, handedOverAt }: StoredOrder): WhyEnd {
  if (alert.acknowledgedAt !== null) {
    return { kind: 'seen', at: alert.acknowledgedAt, by: alert.acknowledgedBy ?? '' };
  }
  if (alert.closedAt === null) return { kind: 'open' };
  const isByHand = handedOverAt !== null && handedOverAt <= alert.closedAt;
  const how = isByHand ? 'handed-over' : order.status === 'CANCELLED' ? 'cancelled' : 'left';
  return { kind: 'closed', at: alert.closedAt, how };
}

function repeatsAfter(alert: Alert, { deliveries }: OrderRecords): WhyStory['repeats'] {
  const later = deliveries.filter(({ at, outcome }) => outcome === 'duplicate' && at > alert.raisedAt);
  const last = later.at(-1);
  return last === undefined ? null : { count: later.length, lastAt: last.at };
}
