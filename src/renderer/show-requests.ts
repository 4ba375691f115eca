import type { MostradorApi } from '../shared/ipc-contract.ts';

/** Orders that a toast or the tray asked to show. */
export type ShowRequests = {
  /** Hands over the request that is waiting, if any, and every later one; answers a function that ends it. */
  readonly listen: (listener: (orderId: string) => void) => () => void;
};

/** Must be made before the page is drawn: main may ask as soon as the page has loaded. */
export function createShowRequests(api: MostradorApi): ShowRequests {
  let waiting: string | null = null;
  let current: ((orderId: string) => void) | null = null;
  api.on('orders:show', ({ orderId }) => {
    if (current === null) waiting = orderId;
    else current(orderId);
  });
  return {
    listen: (listener) => {
      current = listener;
      if (waiting !== null) {
        const orderId = waiting;
        waiting = null;
        listener(orderId);
      }
      return () => {
        if (current === listener) current = null;
      };
    },
  };
}
