import { shiftIso } from '../../../shared/time.ts';
import type { Order } from '../../../shared/orders/order.ts';
import { endTimes } from './summary.ts';
import type { KeptOrder } from './types.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The platform can be asked for an order for this long. Source: docs/partner-api.md, "Order list". */
const KEEP_MS = 60 * DAY_MS;
/** No order is older than the platform, and none is further in the future than clocks differ: such a time is invalid. */
export const EARLIEST_TIME = '2015-01-01T00:00:00.000Z';
const AHEAD_MS = 2 * DAY_MS;

/** Returns the only limit, in platform time, before which orders are not stored: ISO UTC. */
export function forgottenBefore(now: string): string {
  return shiftIso(now, -KEEP_MS);
}

/** Returns the time, ISO UTC, from which a time of the platform is invalid. `before`: see `forgottenBefore`. */
export function latestTime(before: string): string {
  return shiftIso(before, KEEP_MS + AHEAD_MS);
}

/** Returns the latest believable version, by the platform's proven time: no change happens days from now. */
export function latestVersion(at: string): string {
  return latestTime(forgottenBefore(at));
}

/**
 * Returns the order without a version and a time of creation that are not believable: such a version would beat all later
 * ones, and such an order would be the newest for ever.
 */
export function withBelievable<O extends Pick<Order, 'version' | 'createdAt'>>(order: O, latest: string): O {
  const { version, createdAt } = order;
  if (isBelievable(version, latest) && isBelievable(createdAt, latest)) return order;
  return {
    ...order,
    version: isBelievable(version, latest) ? version : null,
    createdAt: isBelievable(createdAt, latest) ? createdAt : null,
  };
}

/** Returns the same for a stored order, which may have arrived while only this computer's clock was known. */
export function keptBelievable(kept: KeptOrder, latest: string): KeptOrder {
  const { stored, basis } = kept;
  const times = [
    stored.order.version,
    stored.order.createdAt,
    stored.readyAt,
    stored.leftAt ?? null,
    stored.cancelledAt ?? null,
    basis.readyVersion,
    basis.cancelledVersion,
    basis.cancellationVersion,
  ];
  if (times.every((time) => isBelievable(time, latest))) return kept;
  const orKnown = (time: string | null): string | null =>
    isBelievable(time, latest) ? time : stored.lastChangedAt;
  const orNull = (time: string | null): string | null => (isBelievable(time, latest) ? time : null);
  return {
    stored: {
      ...stored,
      order: withBelievable(stored.order, latest),
      // It was so at this time at the latest.
      readyAt: orKnown(stored.readyAt),
      ...endTimes(orKnown(stored.leftAt ?? null), orKnown(stored.cancelledAt ?? null)),
    },
    basis: {
      ...basis,
      readyVersion: orNull(basis.readyVersion),
      cancelledVersion: orNull(basis.cancelledVersion),
      cancellationVersion: orNull(basis.cancellationVersion),
    },
  };
}

function isBelievable(time: string | null, latest: string): boolean {
  return time === null || time <= latest;
}
