import type { Order } from '../../../shared/order.ts';
import type { KeptOrder } from './types.ts';
import { forgottenBefore, latestTime } from './retention.ts';

/** Returns the latest believable version, by the platform's proven time: no change happens days from now. */
export function latestVersion(at: string): string {
  return latestTime(forgottenBefore(at));
}

/** Returns the order without a version that is not believable, because such a version would beat all later ones. */
export function withBelievable<O extends Pick<Order, 'version'>>(order: O, latest: string): O {
  return isBelievable(order.version, latest) ? order : { ...order, version: null };
}

/** The same for a stored order, which may have arrived while only this computer's clock was known. */
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
      // It was ready at this time at the latest.
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
