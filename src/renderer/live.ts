import { useEffect, useState, useSyncExternalStore } from 'react';

export type LiveState<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed' }
  | { readonly phase: 'ready'; readonly value: T };

/** A value that main returns when asked and sends again on every change. */
export type Live<T> = {
  readonly state: () => LiveState<T>;
  /** Returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes the value. While the value is still loading, the change is applied once it is there. */
  readonly apply: (update: (before: T) => T) => void;
  /** Reads the value again. A failed read sets the phase to `failed`; it does not throw. */
  readonly reload: () => Promise<void>;
  /** Starts reading and listening; returns a function that stops both. */
  readonly start: () => () => void;
};

export function createLive<T>(deps: {
  readonly read: () => Promise<T>;
  readonly listen: (apply: (update: (before: T) => T) => void) => () => void;
  /** Reads again by itself this long after a failure: nobody would press a button on the page. Default: it does not. */
  readonly retryMs?: number;
}): Live<T> {
  let state: LiveState<T> = { phase: 'loading' };
  let waiting: ((before: T) => T)[] = [];
  let turn = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const become = (next: LiveState<T>): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const apply = (update: (before: T) => T): void => {
    if (state.phase !== 'ready') {
      // A change may arrive before the answer: it is applied to the answer later.
      waiting.push(update);
      return;
    }
    const value = update(state.value);
    if (value !== state.value) become({ phase: 'ready', value });
  };

  const reload = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    clearTimeout(retry);
    if (state.phase !== 'loading') become({ phase: 'loading' });
    try {
      const read = await deps.read();
      if (mine !== turn) return;
      const value = waiting.reduce<T>((before, update) => update(before), read);
      waiting = [];
      become({ phase: 'ready', value });
    } catch {
      // Main has logged the reason; here only the missing value matters.
      if (mine !== turn) return;
      become({ phase: 'failed' });
      if (deps.retryMs !== undefined) retry = setTimeout(() => void reload(), deps.retryMs);
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
        clearTimeout(retry);
        stopListening();
      };
    },
  };
}

export type LiveHandle<T> = { readonly state: LiveState<T>; readonly live: Live<T> };

/** Creates a live value once and keeps it running while the component is mounted. */
export function useLive<T>(create: () => Live<T>): LiveHandle<T> {
  const [live] = useState(create);
  useEffect(() => live.start(), [live]);
  const state = useSyncExternalStore(live.subscribe, live.state);
  return { state, live };
}
