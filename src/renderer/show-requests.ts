import type { MostradorApi } from '../shared/ipc-contract.ts';

/** The requests of a toast or the tray to show an order. */
export type ShowRequests = {
  /** Passes the waiting request, if any, and every later one to the listener; returns a function that ends it. */
  readonly listen: (listener: (orderId: string) => void) => () => void;
};

/** Must be called before the page is rendered: main may send a request as soon as the page has loaded. */
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
