import {
  alertId,
  isOpenAlert,
  type Alert,
  type OrderAlert,
  type OrderAlertKind,
} from '../../../shared/orders/alert.ts';
import type { Order, OrderSource, StoredOrder } from '../../../shared/orders/order.ts';
import { shiftIso } from '../../../shared/time.ts';
import { latestVersion, EARLIEST_TIME } from './time-limits.ts';
import type { KeptOrder } from './types.ts';

/** Changes of the alerts of one order. */
export type OrderAlertPlan = {
  /** New, or open again; a person must be alerted. */
  readonly raised: readonly OrderAlert[];
  /** Were open or acknowledged, and are no longer needed. */
  readonly closed: readonly OrderAlert[];
  /** Rows whose text changed, or that are stored only so that nothing rings later. Nobody is alerted. */
  readonly quiet: readonly OrderAlert[];
};

const HOUR_MS = 60 * 60 * 1000;
/** A READY older than this by the platform's time is listed without a sound; the next limit is for a cancellation. */
const READY_RINGS_MS = 24 * HOUR_MS;
const CANCELLED_RINGS_MS = 12 * HOUR_MS;
/** A bag may wait on the counter for this long after its order was ready. */
const BAG_WAITS_MS = 24 * HOUR_MS;

type Moment = {
  /** The platform's time, as well as it is known. */
  readonly at: string;
  readonly source: OrderSource;
  /** False: `at` comes from this computer's clock, which may be days off. */
  readonly isClockProven?: boolean;
  /** Time of the hand-over mark that is now taken back: an alert closed by that mark opens again. */
  readonly takenBack?: string;
  /** The order as this event describes it. */
  readonly news?: Pick<Order, 'status' | 'statusText' | 'version'>;
};

/**
 * Returns the alert changes for an order in its present state and its existing alerts. An order has at most one ready
 * alert and one cancellation alert, ever: an existing row, open or not, is raised again only when the mark that closed
 * or calmed it is taken back.
 */
export function planOrderAlerts(kept: KeptOrder, existing: readonly Alert[], moment: Moment): OrderAlertPlan {
  const own = existing.filter((alert) => alert.kind !== 'connection');
  const find = (kind: OrderAlertKind): OrderAlert | null =>
    own.find((alert) => alert.id === alertId(kept.stored.order.id, kind)) ?? null;
  const ready = find('ready');
  const plans = [
    planReady(kept, ready, moment),
    planCancelled(kept, find('cancelled'), ready, moment),
    planUnclear(kept, find('unclear'), moment),
  ];
  return {
    raised: plans.flatMap((plan) => plan.raised ?? []),
    closed: plans.flatMap((plan) => plan.closed ?? []),
    quiet: plans.flatMap((plan) => plan.quiet ?? []),
  };
}

function planReady(kept: KeptOrder, alert: OrderAlert | null, moment: Moment): Partial<OrderAlertPlan> {
  const { order, handedOverAt } = kept.stored;
  const isWaiting = order.status === 'READY_FOR_PICKUP' && handedOverAt === null;
  if (!isWaiting) return alert?.closedAt === null ? { closed: [{ ...alert, closedAt: moment.at }] } : {};
  const next = worded(kept, alert ?? blank(kept, 'ready', moment));
  if (alert !== null) return isClosedByMark(alert, moment) ? reopen(next) : changed(alert, next);
  return isOlder(READY_RINGS_MS, kept, kept.basis.readyVersion, moment)
    ? { quiet: [{ ...next, closedAt: moment.at }] }
    : { raised: [next] };
}

function isSeen({ acknowledgedAt, closedAt }: OrderAlert): boolean {
  return acknowledgedAt !== null && closedAt === null;
}

function isClosedByMark({ closedAt }: OrderAlert, { takenBack }: Moment): boolean {
  return closedAt !== null && closedAt === takenBack;
}

/** Alerts again, unless somebody had seen it. */
function reopen(alert: OrderAlert): Partial<OrderAlertPlan> {
  const reopened = { ...alert, closedAt: null };
  return isOpenAlert(reopened) ? { raised: [reopened] } : { quiet: [reopened] };
}

function planCancelled(
  kept: KeptOrder,
  alert: OrderAlert | null,
  ready: OrderAlert | null,
  moment: Moment,
): Partial<OrderAlertPlan> {
  if (kept.stored.order.status !== 'CANCELLED') return {};
  const next = worded(kept, alert ?? blank(kept, newlyCancelled(kept.stored), moment));
  if (alert !== null) {
    // Whoever saw it was told that nothing was left to stop; now the bag is here and must not leave.
    const isHereAfterAll = alert.kind === 'cancelled-after-handover' && next.kind === 'cancelled';
    return isHereAfterAll && isSeen(alert) && moment.takenBack !== undefined
      ? { raised: [{ ...next, raisedAt: moment.at, acknowledgedAt: null, acknowledgedBy: null }] }
      : changed(alert, next);
  }
  const rings =
    !isOlder(CANCELLED_RINGS_MS, kept, kept.basis.cancelledVersion, moment) ||
    (ready !== null && isOpenAlert(ready)) ||
    isBagExpected(kept, moment);
  return rings ? { raised: [next] } : { quiet: [{ ...next, closedAt: moment.at }] };
}

/** A cancellation that was asked for, or is not said clearly: found by asking, it is worth a look as well. */
const MENTIONS_CANCELLING = /cancel/i;

/**
 * The platform called with a status that this version does not know: a person has to look, until an event with a known
 * status arrives. An order that has ended stays ended.
 */
function planUnclear(kept: KeptOrder, alert: OrderAlert | null, moment: Moment): Partial<OrderAlertPlan> {
  const { order, handedOverAt } = kept.stored;
  const { news, at, source, isClockProven = true } = moment;
  const hasEnded = order.status === 'CANCELLED' || order.status === 'DELIVERED';
  if (alert !== null) {
    const isSinceWrong = isClockProven && alert.since > latestVersion(at);
    const since = isSinceWrong ? alert.raisedAt : alert.since;
    const isToldMeanwhile = hasEnded || (order.version !== null && order.version > since);
    if (isClosedByMark(alert, moment) && !isToldMeanwhile) return reopen(alert);
    const isTold = news !== undefined && news.status !== 'UNKNOWN' && (news.version ?? at) >= since;
    const isOver = isTold || hasEnded || handedOverAt !== null;
    return isOver && alert.closedAt === null ? { closed: [{ ...alert, closedAt: at }] } : {};
  }
  if (news?.status !== 'UNKNOWN' || handedOverAt !== null) return {};
  if (source !== 'webhook' && !MENTIONS_CANCELLING.test(news.statusText)) return {};
  const isOvertaken = news.version !== null && order.version !== null && news.version < order.version;
  if (hasEnded || isOvertaken) return {};
  const next: OrderAlert = {
    ...blank(kept, 'unclear', moment),
    customerFirstName: order.customer?.firstName ?? null,
    reason: news.statusText,
    since: news.version ?? at,
  };
  return isOlder(READY_RINGS_MS, kept, news.version, moment) ? {} : { raised: [next] };
}

/** Returns the alert with the order's present texts. What people did with it stays, so it does not ring again. */
function worded(kept: KeptOrder, alert: OrderAlert): OrderAlert {
  const { stored, basis } = kept;
  const isReady = alert.kind === 'ready';
  return {
    ...alert,
    kind: isReady ? 'ready' : cancelledKind(stored, alert.kind),
    code: stored.order.code,
    customerFirstName: stored.order.customer?.firstName ?? null,
    reason: isReady ? null : (stored.order.cancellation?.reason ?? null),
    since: (isReady ? basis.readyVersion : basis.cancelledVersion) ?? alert.raisedAt,
  };
}

/** A hand-over mark that exists when the cancellation arrives was set before it, whatever a clock says. */
function newlyCancelled({ handedOverAt }: StoredOrder): OrderAlertKind {
  return handedOverAt === null ? 'cancelled' : 'cancelled-after-handover';
}

/**
 * Goods handed over after the cancellation was known here do not make the cancellation a late one; taking the mark back
 * undoes a late one.
 */
function cancelledKind(stored: StoredOrder, before: OrderAlertKind): OrderAlertKind {
  const leftBefore = stored.handedOverAt !== null && before === 'cancelled-after-handover';
  const hasLeft = stored.wasPickedUp || stored.order.cancellation?.afterPickUp === true || leftBefore;
  return hasLeft ? 'cancelled-after-handover' : 'cancelled';
}

/**
 * Returns whether the event is older than `ms`: by `sys.updated_at`, else by the order's creation time, else it is new.
 * An impossible time makes nothing old, and a clock that may be wrong never makes a webhook old: one alert too many is
 * better.
 */
function isOlder(
  ms: number,
  { stored }: KeptOrder,
  version: string | null,
  { at, source, isClockProven = true }: Moment,
): boolean {
  const since = version ?? stored.order.createdAt;
  if (since === null || since < EARLIEST_TIME || (source === 'webhook' && !isClockProven)) return false;
  return since < shiftIso(at, -ms);
}

/** Ready within the last day, or known here within the last day and not picked up. */
function isBagExpected({ stored }: KeptOrder, { at }: Moment): boolean {
  const from = shiftIso(at, -BAG_WAITS_MS);
  if (stored.readyAt !== null && stored.readyAt >= from) return true;
  return stored.firstSeenAt >= from && stored.firstSeenAt < at && !stored.wasPickedUp;
}

function blank({ stored }: KeptOrder, kind: OrderAlertKind, { at, source }: Moment): OrderAlert {
  return {
    id: alertId(stored.order.id, kind),
    subject: stored.order.id,
    kind,
    code: stored.order.code,
    customerFirstName: null,
    reason: null,
    raisedAt: at,
    since: at,
    source,
    shownAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    closedAt: null,
  };
}

function changed(before: OrderAlert, next: OrderAlert): Partial<OrderAlertPlan> {
  return JSON.stringify(next) === JSON.stringify(before) ? {} : { quiet: [next] };
}
