import { alertId, isOpenAlert, type Alert, type AlertKind } from '../../shared/alert.ts';
import type { OrderSource, StoredOrder } from '../../shared/order.ts';
import type { KeptOrder } from './ports.ts';

/** What the alerts of one order have to become. */
export type OrderAlertPlan = {
  /** New, or open again, and wanting somebody. */
  readonly raised: readonly Alert[];
  /** Were open or acknowledged and stopped mattering by themselves. */
  readonly closed: readonly Alert[];
  /** Rows whose words changed, or that are kept only so that nothing rings later. Nobody is told. */
  readonly quiet: readonly Alert[];
};

type Moment = {
  readonly at: string;
  readonly source: OrderSource;
  /** Null when everything rings; else the version from which on a READY order rings, and no cancellation does. */
  readonly ringsFrom: string | null;
  /** When the hand-over was marked that is taken back now: an alert that closed with that mark opens again. */
  readonly takenBack?: string;
};

/**
 * Decides from an order as it now stands and the alerts that exist for it. One ready alert and one of cancellation per
 * order, ever: a row that exists, open or not, is raised again only when the mark that closed it is taken back.
 */
export function planOrderAlerts(kept: KeptOrder, existing: readonly Alert[], moment: Moment): OrderAlertPlan {
  const find = (kind: AlertKind): Alert | null =>
    existing.find((alert) => alert.id === alertId(kept.stored.order.id, kind)) ?? null;
  const plans = [planReady(kept, find('ready'), moment), planCancelled(kept, find('cancelled'), moment)];
  return {
    raised: plans.flatMap((plan) => plan.raised ?? []),
    closed: plans.flatMap((plan) => plan.closed ?? []),
    quiet: plans.flatMap((plan) => plan.quiet ?? []),
  };
}

function planReady(kept: KeptOrder, alert: Alert | null, moment: Moment): Partial<OrderAlertPlan> {
  const { order, handedOverAt } = kept.stored;
  const isWaiting = order.status === 'READY_FOR_PICKUP' && handedOverAt === null;
  if (!isWaiting) return alert?.closedAt === null ? { closed: [{ ...alert, closedAt: moment.at }] } : {};
  const next = worded(kept, alert ?? blank(kept, 'ready', moment));
  if (alert !== null && alert.closedAt !== null && alert.closedAt === moment.takenBack) {
    const reopened = { ...next, closedAt: null };
    return isOpenAlert(reopened) ? { raised: [reopened] } : { quiet: [reopened] };
  }
  if (alert !== null) return changed(alert, next);
  return isOld(kept, moment) ? { quiet: [{ ...next, closedAt: moment.at }] } : { raised: [next] };
}

function planCancelled(kept: KeptOrder, alert: Alert | null, moment: Moment): Partial<OrderAlertPlan> {
  if (kept.stored.order.status !== 'CANCELLED') return {};
  const next = worded(kept, alert ?? blank(kept, newlyCancelled(kept.stored), moment));
  if (alert !== null) return changed(alert, next);
  return moment.ringsFrom === null ? { raised: [next] } : { quiet: [{ ...next, closedAt: moment.at }] };
}

/** The alert in the words of the order as it stands. What people did with it stays, so it does not ring again. */
function worded(kept: KeptOrder, alert: Alert): Alert {
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
function newlyCancelled({ handedOverAt }: StoredOrder): AlertKind {
  return handedOverAt === null ? 'cancelled' : 'cancelled-after-handover';
}

/** Goods handed over after the cancellation was known here do not make it a late one; a mark taken back undoes it. */
function cancelledKind(stored: StoredOrder, before: AlertKind): AlertKind {
  const leftBefore = stored.handedOverAt !== null && before === 'cancelled-after-handover';
  const hasLeft = stored.wasPickedUp || stored.order.cancellation?.afterPickUp === true || leftBefore;
  return hasLeft ? 'cancelled-after-handover' : 'cancelled';
}

/** An order that tells no time at all is not old: better one alert too many. */
function isOld({ stored }: KeptOrder, { ringsFrom }: Moment): boolean {
  const since = stored.order.version ?? stored.order.createdAt;
  return ringsFrom !== null && since !== null && since < ringsFrom;
}

function blank({ stored }: KeptOrder, kind: AlertKind, { at, source }: Moment): Alert {
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

function changed(before: Alert, next: Alert): Partial<OrderAlertPlan> {
  return JSON.stringify(next) === JSON.stringify(before) ? {} : { quiet: [next] };
}
