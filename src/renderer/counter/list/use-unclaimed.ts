import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { unclaimedMinutes } from '../../../shared/orders/unclaimed.ts';
import { createLive, useLive } from '../../live.ts';
import { useShop } from '../../shop-context.ts';

const NONE: ReadonlySet<string> = new Set();

/** Returns the orders that nobody wants to be reminded of. */
export function useSilenced(): ReadonlySet<string> {
  const { api } = useShop();
  const { state } = useLive<readonly string[]>(() =>
    createLive({
      read: () => api['unclaimed:silenced'](),
      listen: (apply) => api.on('unclaimed:changed', (orderIds) => apply(() => orderIds)),
    }),
  );
  const orderIds = state.phase === 'ready' ? state.value : null;
  return useMemo(() => (orderIds === null ? NONE : new Set(orderIds)), [orderIds]);
}

/** Returns for how many minutes nobody has come for this bag, kept up to date; null when that is not to be said. */
export function useUnclaimed(order: OrderSummary, isSilenced: boolean): number | null {
  const { clock, view } = useShop();
  const { unclaimed } = view.settings.alerts;
  return useSyncExternalStore(
    clock.subscribe,
    useCallback(
      () => (isSilenced ? null : unclaimedMinutes(order, unclaimed, NONE, clock.now())),
      [order, isSilenced, unclaimed, clock],
    ),
  );
}
