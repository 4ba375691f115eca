/** Tells listeners what happened. One that fails is reported and harms no other. */
export type Events<Map> = {
  /** Answers a function that ends the subscription. */
  readonly on: <E extends keyof Map>(event: E, listener: (payload: Map[E]) => void) => () => void;
  /** Calls every listener in the order in which they subscribed. Never throws. */
  readonly emit: <E extends keyof Map>(event: E, payload: Map[E]) => void;
};

export function createEvents<Map>({
  onError,
}: {
  /** Must not throw. */
  readonly onError: (event: keyof Map, error: unknown) => void;
}): Events<Map> {
  const listeners: { [E in keyof Map]?: Set<{ readonly call: (payload: Map[E]) => unknown }> } = {};
  return {
    on: (event, listener) => {
      // A box of its own: the same function subscribed twice is two subscriptions.
      const entry = { call: listener };
      const own = (listeners[event] ??= new Set());
      own.add(entry);
      return () => own.delete(entry);
    },
    emit: (event, payload) => {
      // A copy: whoever subscribes or leaves while this runs counts from the next event on.
      const current = [...(listeners[event] ?? [])];
      for (const { call } of current) {
        try {
          const answer = call(payload);
          if (answer instanceof Promise) answer.catch((error: unknown) => onError(event, error));
        } catch (error) {
          onError(event, error);
        }
      }
    },
  };
}
