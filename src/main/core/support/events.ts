/** Who hears what: for each event its listeners, in the order in which they are called. */
export type Listeners<Map> = {
  readonly [E in keyof Map]: readonly ((payload: Map[E]) => unknown)[];
};

export type Events<Map> = {
  /** Calls every listener of this event. */
  readonly emit: <E extends keyof Map>(event: E, payload: Map[E]) => void;
  /** The same; settles when each of them has ended. Never rejects. */
  readonly emitAndWait: <E extends keyof Map>(event: E, payload: Map[E]) => Promise<void>;
  readonly connect: (listeners: Partial<Listeners<Map>>) => void;
};

/**
 * Returns a bus on which parts tell what happened without knowing who hears it. Nobody hears anything before `connect`.
 * Listeners are called one after the other: when one answers a promise, the next ones wait for its end. One that fails is
 * reported and harms no other.
 */
export function createEvents<Map>({
  onError,
}: {
  /** Must not throw. */
  readonly onError: (event: keyof Map, error: unknown) => void;
}): Events<Map> {
  let table: Partial<Listeners<Map>> = {};

  /** Answers a promise when one of them takes its time. */
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
