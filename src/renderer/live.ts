export type LiveState<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed' }
  | { readonly phase: 'ready'; readonly value: T };

/** Something that main tells once when asked, and again whenever it changes. */
export type Live<T> = {
  readonly state: () => LiveState<T>;
  /** Answers a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes the value; kept until the value is there when it is still being read. */
  readonly apply: (update: (before: T) => T) => void;
  /** Reads the value again; a failed read is shown, not thrown. */
  readonly reload: () => Promise<void>;
  /** Reads and listens; answers a function that stops both. */
  readonly start: () => () => void;
};

export function createLive<T>(deps: {
  readonly read: () => Promise<T>;
  readonly listen: (apply: (update: (before: T) => T) => void) => () => void;
}): Live<T> {
  let state: LiveState<T> = { phase: 'loading' };
  let waiting: ((before: T) => T)[] = [];
  let turn = 0;
  const listeners = new Set<() => void>();

  const become = (next: LiveState<T>): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const apply = (update: (before: T) => T): void => {
    if (state.phase !== 'ready') {
      // News may overtake the answer: it is laid over the answer when that comes.
      waiting.push(update);
      return;
    }
    const value = update(state.value);
    if (value !== state.value) become({ phase: 'ready', value });
  };

  const reload = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    if (state.phase !== 'loading') become({ phase: 'loading' });
    try {
      const read = await deps.read();
      if (mine !== turn) return;
      const value = waiting.reduce<T>((before, update) => update(before), read);
      waiting = [];
      become({ phase: 'ready', value });
    } catch {
      // Main has logged why; here it only matters that there is nothing to show.
      if (mine === turn) become({ phase: 'failed' });
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply,
    reload,
    start: () => {
      const stopListening = deps.listen(apply);
      void reload();
      return () => {
        turn += 1;
        stopListening();
      };
    },
  };
}
