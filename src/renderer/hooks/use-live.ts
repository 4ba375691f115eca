import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Live, LiveState } from '../live.ts';

export type LiveHandle<T> = { readonly state: LiveState<T>; readonly live: Live<T> };

/** Creates a live value once and keeps it running while the component is mounted. */
export function useLive<T>(create: () => Live<T>): LiveHandle<T> {
  const [live] = useState(create);
  useEffect(() => live.start(), [live]);
  const state = useSyncExternalStore(live.subscribe, live.state);
  return { state, live };
}
