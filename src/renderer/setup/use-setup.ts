import { useCallback, useEffect, useRef } from 'react';
import type { SetupView } from '../../shared/setup.ts';
import { createLive, type LiveState, useLive } from '../live.ts';
import { useShop } from '../shop-context.ts';

/** Loads what is proven, again after each event that may have proven more, and on demand. */
export function useSetup(): { readonly state: LiveState<SetupView>; readonly readAgain: () => void } {
  const { api } = useShop();
  const { state, live } = useLive<SetupView>(() =>
    createLive({ read: () => api['setup:read'](), listen: () => () => undefined }),
  );
  const turn = useRef(0);
  const readAgain = useCallback((): void => {
    turn.current += 1;
    const mine = turn.current;
    void api['setup:read']().then(
      (view) => {
        if (mine === turn.current) live.apply(() => view);
      },
      // Main has logged the reason; keep what is on the screen until the next read.
      () => undefined,
    );
  }, [api, live]);
  useEffect(() => {
    const ends = [
      api.on('settings:changed', readAgain),
      api.on('health:changed', readAgain),
      api.on('deliveries:changed', readAgain),
      api.on('orders:changed', readAgain),
      api.on('tunnel:changed', readAgain),
      api.on('refresh:done', readAgain),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [api, readAgain]);
  return { state, readAgain };
}
