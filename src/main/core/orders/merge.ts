import {
  ORDER_STATUSES,
  type Cancellation,
  type Order,
  type OrderSource,
  type OrderStatus,
  type StoredOrder,
} from '../../../shared/orders/order.ts';
import { endTimes } from './summary.ts';
import { EARLIEST_TIME } from './time-limits.ts';
import type { IncomingOrder, KeptOrder, MergeBasis } from './types.ts';

/**
 * Returns the rank of a status. UNKNOWN ranks below all others: it never replaces a known status. Source:
 * docs/partner-api.md, "Statuses".
 */
export function statusRank(status: OrderStatus): number {
  return status === 'UNKNOWN' ? -1 : ORDER_STATUSES.indexOf(status);
}

/**
 * Returns the stored order merged with one event. Each part is the maximum over all events seen, by its own rule, so
 * any sequence of the same events, with any repetition, ends in the same order, basis and `wasPickedUp`. When and from
 * where this computer learned something depends on the sequence.
 */
export function mergeNews(
  kept: KeptOrder | null,
  news: IncomingOrder,
  source: OrderSource,
  at: string,
): KeptOrder {
  const incoming = toKept(news, source, at);
  if (kept === null) return incoming;
  const content = byContent(kept, incoming) > 0 ? kept : incoming;
  const status = byStatus(kept.stored.order, incoming.stored.order) >= 0 ? kept : incoming;
  const cancelled = byCancellation(kept, incoming) >= 0 ? kept : incoming;
  const hasStatus = status.stored.order.status !== 'UNKNOWN';
  const order: Order = {
    ...content.stored.order,
    status: status.stored.order.status,
    // Of unknown statuses the newest is shown, which is the content's.
    statusText: (hasStatus ? status : content).stored.order.statusText,
    cancellation: cancelled.stored.order.cancellation,
  };
  const basis: MergeBasis = {
    contentRank: content.basis.contentRank,
    contentDigest: content.basis.contentDigest,
    readyVersion: least(kept.basis.readyVersion, incoming.basis.readyVersion),
    cancelledVersion: least(kept.basis.cancelledVersion, incoming.basis.cancelledVersion),
    cancellationVersion: cancelled.basis.cancellationVersion,
  };
  const wasPickedUp = kept.stored.wasPickedUp || incoming.stored.wasPickedUp;
  const readyAt = basis.readyVersion ?? kept.stored.readyAt ?? incoming.stored.readyAt;
  const ends = endTimes(
    least(kept.stored.leftAt ?? null, incoming.stored.leftAt ?? null),
    least(kept.stored.cancelledAt ?? null, incoming.stored.cancelledAt ?? null),
  );
  const stored: StoredOrder = { ...kept.stored, order, wasPickedUp, readyAt, ...ends };
  return { stored: isSame(stored, kept.stored) ? stored : { ...stored, lastChangedAt: at, source }, basis };
}

/**
 * Returns whether two versions of a stored order look the same to people: a new version number alone changes nothing,
 * and an older event may still bring an earlier time.
 */
export function isSame(a: StoredOrder, b: StoredOrder): boolean {
  return told(a) === told(b);
}

function told(stored: StoredOrder): string {
  return JSON.stringify({
    ...stored,
    readyAt: null,
    leftAt: null,
    cancelledAt: null,
    order: { ...stored.order, version: null },
  });
}

function toKept(news: IncomingOrder, source: OrderSource, at: string): KeptOrder {
  const { order } = news;
  const isCancelled = order.status === 'CANCELLED';
  const isReady = order.status === 'READY_FOR_PICKUP';
  const hasLeft = !isCancelled && statusRank(order.status) >= statusRank('PICKED_UP');
  const isTimeTold = order.version !== null && order.version >= EARLIEST_TIME;
  const since = isTimeTold ? order.version : at;
  return {
    stored: {
      order: isCancelled ? order : { ...order, cancellation: null },
      firstSeenAt: at,
      lastChangedAt: at,
      source,
      readyAt: isReady ? (order.version ?? at) : null,
      wasPickedUp: hasLeft,
      handedOverAt: null,
      ...endTimes(hasLeft ? since : null, isCancelled ? since : null),
    },
    basis: {
      contentRank: statusRank(order.status),
      contentDigest: news.digest,
      readyVersion: isReady ? order.version : null,
      cancelledVersion: isCancelled ? order.version : null,
      cancellationVersion: isCancelled ? order.version : null,
    },
  };
}

function byContent(a: KeptOrder, b: KeptOrder): number {
  return (
    Number(hasContent(a.stored.order)) - Number(hasContent(b.stored.order)) ||
    compareVersions(a.stored.order.version, b.stored.order.version) ||
    a.basis.contentRank - b.basis.contentRank ||
    a.stored.order.lines.length - b.stored.order.lines.length ||
    countFacts(contentOf(a)) - countFacts(contentOf(b)) ||
    compareText(a.basis.contentDigest, b.basis.contentDigest)
  );
}

/**
 * Returns false for an event that says no more than which order it is and its state: it must not take away the code by
 * which staff know the bag. `code` falls back to an id; see `partner/wire/to-order`.
 */
function hasContent({ id, externalId, code, customer, lines, totals }: Order): boolean {
  const isOwnCode = code !== externalId && code !== id.slice(0, 8);
  return (
    isOwnCode || (customer?.firstName ?? null) !== null || lines.length > 0 || totals.totalMinor !== null
  );
}

/** Returns the parts that only the newest content decides: status and cancellation may come from other events. */
function contentOf({ stored }: KeptOrder): unknown {
  return { ...stored.order, status: null, statusText: null, cancellation: null };
}

/** Returns how many facts a value contains: a list may contain less of an order than a webhook, or the other way round. */
function countFacts(value: unknown): number {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).reduce((sum: number, one) => sum + countFacts(one), 0);
  }
  return Number(value !== null && value !== '' && value !== 'UNKNOWN');
}

function byStatus(a: Order, b: Order): number {
  return statusRank(a.status) - statusRank(b.status) || compareText(a.statusText, b.statusText);
}

/** The newest cancellation with details wins: a later CANCELLED without a reason does not remove a reason. */
function byCancellation(a: KeptOrder, b: KeptOrder): number {
  const [one, other] = [a.stored.order.cancellation, b.stored.order.cancellation];
  return (
    Number(one !== null) - Number(other !== null) ||
    compareVersions(a.basis.cancellationVersion, b.basis.cancellationVersion) ||
    compareText(cancellationText(one), cancellationText(other))
  );
}

function cancellationText(cancellation: Cancellation | null): string {
  return cancellation === null
    ? ''
    : JSON.stringify([cancellation.afterPickUp, cancellation.by, cancellation.reason]);
}

function compareVersions(a: string | null, b: string | null): number {
  return compareText(a ?? '', b ?? '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function least(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
