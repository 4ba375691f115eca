import type { Order } from '../../../shared/order.ts';
import type { KeptOrder } from './types.ts';
import { forgottenBefore, latestTime } from './retention.ts';

/** Until when a version may be, by the platform's proven time: nothing was changed days from now. */
export function latestVersion(at: string): string {
  return latestTime(forgottenBefore(at));
}

/** The order as if a version that cannot be had not been told: it would beat all that comes after it. */
export function withBelievable<O extends Pick<Order, 'version'>>(order: O, latest: string): O {
  return isBelievable(order.version, latest) ? order : { ...order, version: null };
}

/** The same of what is kept, which may have come while only this computer's clock was known. */
export function keptBelievable(kept: KeptOrder, latest: string): KeptOrder {
  const { stored, basis } = kept;
  const { version } = stored.order;
  const times = [
    version,
    stored.readyAt,
    basis.readyVersion,
    basis.cancelledVersion,
    basis.cancellationVersion,
  ];
  if (times.every((time) => isBelievable(time, latest))) return kept;
  const orNull = (time: string | null): string | null => (isBelievable(time, latest) ? time : null);
  return {
    stored: {
      ...stored,
      order: withBelievable(stored.order, latest),
      // It was ready by then at the latest.
      readyAt: isBelievable(stored.readyAt, latest) ? stored.readyAt : stored.lastChangedAt,
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
