import { useCallback, useEffect, useState } from 'react';
import type { OrderDetail } from '../../../shared/orders/orders-contract.ts';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { useShop } from '../../shop-context.ts';

export type DetailState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed' }
  | { readonly phase: 'missing' }
  | { readonly phase: 'ready'; readonly detail: OrderDetail };

/** Loads one order with all its lines, again when its summary changes. Shows the old one until the new one is there. */
export function useOrderDetail(
  orderId: string,
  summary: OrderSummary | null,
): { readonly state: DetailState; readonly retry: () => void } {
  const { api } = useShop();
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ readonly orderId: string; readonly state: DetailState } | null>(
    null,
  );
  useEffect(() => {
    let isWanted = true;
    const keep = (state: DetailState): void => {
      if (isWanted) setAnswer({ orderId, state });
    };
    api['orders:detail']({ orderId })
      .then((detail) => keep(detail === null ? { phase: 'missing' } : { phase: 'ready', detail }))
      .catch(() => keep({ phase: 'failed' }));
    return () => {
      isWanted = false;
    };
    // The effect does not use `summary` and `attempt`, but a change of either must load the order again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [api, orderId, summary, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { state: answer?.orderId === orderId ? answer.state : { phase: 'loading' }, retry };
}
