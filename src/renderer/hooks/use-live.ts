import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Live, LiveState } from '../live.ts';

export type LiveHandle<T> = { readonly state: LiveState<T>; readonly live: Live<T> };

/** Makes something live once and keeps it going while the component is shown. */
export function useLive<T>(create: () => Live<T>): LiveHandle<T> {
  const [live] = useState(create);
  useEffect(() => live.start(), [live]);
  const state = useSyncExternalStore(live.subscribe, live.state);
  return { state, live };
}
