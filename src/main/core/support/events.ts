/** The listeners of each event, in the order in which they are called. */
export type Listeners<Map> = {
  readonly [E in keyof Map]: readonly ((payload: Map[E]) => unknown)[];
};

export type Events<Map> = {
  /** Calls every listener of this event. */
  readonly emit: <E extends keyof Map>(event: E, payload: Map[E]) => void;
  /** As `emit`; resolves when every listener has ended. Never rejects. */
  readonly emitAndWait: <E extends keyof Map>(event: E, payload: Map[E]) => Promise<void>;
  readonly connect: (listeners: Partial<Listeners<Map>>) => void;
};

/**
 * Returns an event bus. Before `connect` it has no listeners. Listeners are called one after the other: when one
 * returns a promise, the next ones wait for it. A listener that fails is reported and does not stop the others.
 */
export function createEvents<Map>({
  onError,
}: {
  /** Must not throw. */
  readonly onError: (event: keyof Map, error: unknown) => void;
}): Events<Map> {
  let table: Partial<Listeners<Map>> = {};

  /** Returns a promise when a listener returned one. */
  const callFrom = <E extends keyof Map>(
    event: E,
    payload: Map[E],
    listeners: readonly ((payload: Map[E]) => unknown)[],
    index: number,
  ): Promise<void> | void => {
    for (let at = index; at < listeners.length; at += 1) {
      try {
        const answer = listeners[at]?.(payload);
        if (answer instanceof Promise) {
          return answer
            .catch((error: unknown) => onError(event, error))
            .then(() => callFrom(event, payload, listeners, at + 1));
        }
      } catch (error) {
        onError(event, error);
      }
    }
  };

  return {
    emit: (event, payload) => void callFrom(event, payload, table[event] ?? [], 0),
    emitAndWait: async (event, payload) => callFrom(event, payload, table[event] ?? [], 0),
    connect: (listeners) => {
      table = listeners;
    },
  };
}
