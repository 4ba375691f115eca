import {
  alertId,
  isOpenAlert,
  type Alert,
  type OrderAlert,
  type OrderAlertKind,
} from '../../../shared/alert.ts';
import type { Order, OrderSource, StoredOrder } from '../../../shared/order.ts';
import { shiftIso } from '../../../shared/time.ts';
import { latestVersion } from './believable-times.ts';
import type { KeptOrder } from './types.ts';
import { EARLIEST_TIME } from './retention.ts';

/** What the alerts of one order have to become. */
export type OrderAlertPlan = {
  /** New, or open again, and wanting somebody. */
  readonly raised: readonly OrderAlert[];
  /** Were open or acknowledged and stopped mattering by themselves. */
  readonly closed: readonly OrderAlert[];
  /** Rows whose words changed, or that are kept only so that nothing rings later. Nobody is told. */
  readonly quiet: readonly OrderAlert[];
};

const HOUR_MS = 60 * 60 * 1000;
/** READY that is older by the platform's time than this is listed in silence, and so is a cancellation. */
const READY_RINGS_MS = 24 * HOUR_MS;
const CANCELLED_RINGS_MS = 12 * HOUR_MS;
/** A bag may still stand there for so long after its order was ready. */
const BAG_WAITS_MS = 24 * HOUR_MS;

type Moment = {
  /** The platform's time, as well as it is known. */
  readonly at: string;
  readonly source: OrderSource;
  /** False: `at` is only this computer's, which may be days off. */
  readonly isClockProven?: boolean;
  /** When the hand-over was marked that is taken back now: an alert that closed with that mark opens again. */
  readonly takenBack?: string;
  /** The order as this piece of news tells it. */
  readonly news?: Pick<Order, 'status' | 'statusText' | 'version'>;
};

/**
 * Decides from an order as it now stands and the alerts that exist for it. One ready alert and one of cancellation per
 * order, ever: a row that exists, open or not, is raised again only when the mark that closed it is taken back.
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
  if (alert !== null && alert.closedAt !== null && alert.closedAt === moment.takenBack) {
    const reopened = { ...next, closedAt: null };
    return isOpenAlert(reopened) ? { raised: [reopened] } : { quiet: [reopened] };
  }
  if (alert !== null) return changed(alert, next);
  return isOlder(READY_RINGS_MS, kept, kept.basis.readyVersion, moment)
    ? { quiet: [{ ...next, closedAt: moment.at }] }
    : { raised: [next] };
}

function planCancelled(
  kept: KeptOrder,
  alert: OrderAlert | null,
  ready: OrderAlert | null,
  moment: Moment,
): Partial<OrderAlertPlan> {
  if (kept.stored.order.status !== 'CANCELLED') return {};
  const next = worded(kept, alert ?? blank(kept, newlyCancelled(kept.stored), moment));
  if (alert !== null) return changed(alert, next);
  const rings =
    !isOlder(CANCELLED_RINGS_MS, kept, kept.basis.cancelledVersion, moment) ||
    (ready !== null && isOpenAlert(ready)) ||
    isBagExpected(kept, moment);
  return rings ? { raised: [next] } : { quiet: [{ ...next, closedAt: moment.at }] };
}

/**
 * The platform called about an order with a status that nobody here knows: somebody has to look, until there is news with
 * a status that is known. What ended stays ended.
 */
function planUnclear(kept: KeptOrder, alert: OrderAlert | null, moment: Moment): Partial<OrderAlertPlan> {
  const { order, handedOverAt } = kept.stored;
  const { news, at, source, isClockProven = true } = moment;
  if (alert !== null) {
    const isSinceWrong = isClockProven && alert.since > latestVersion(at);
    const since = isSinceWrong ? alert.raisedAt : alert.since;
    const isTold = news !== undefined && news.status !== 'UNKNOWN' && (news.version ?? at) >= since;
    const isOver = isTold || handedOverAt !== null;
    return isOver && alert.closedAt === null ? { closed: [{ ...alert, closedAt: at }] } : {};
  }
  if (news?.status !== 'UNKNOWN' || source !== 'webhook' || handedOverAt !== null) return {};
  const hasEnded = order.status === 'CANCELLED' || order.status === 'DELIVERED';
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

/** The alert in the words of the order as it stands. What people did with it stays, so it does not ring again. */
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

/** A mark that is there when the cancellation becomes known here was set before it, whatever a clock says. */
function newlyCancelled({ handedOverAt }: StoredOrder): OrderAlertKind {
  return handedOverAt === null ? 'cancelled' : 'cancelled-after-handover';
}

/** Goods handed over after the cancellation was known here do not make it a late one; a mark taken back undoes it. */
function cancelledKind(stored: StoredOrder, before: OrderAlertKind): OrderAlertKind {
  const leftBefore = stored.handedOverAt !== null && before === 'cancelled-after-handover';
  const hasLeft = stored.wasPickedUp || stored.order.cancellation?.afterPickUp === true || leftBefore;
  return hasLeft ? 'cancelled-after-handover' : 'cancelled';
}

/**
 * Judges by when the platform says that it happened: `sys.updated_at`, else when the order was made, else now. A time that
 * is none makes nothing old, and nor does a clock that may be wrong what the platform calls about: better one alert too many.
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

/** It was ready within a day, or was known here within a day and had not left. */
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
