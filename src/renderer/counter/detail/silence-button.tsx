import { useState, type JSX } from 'react';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { Button } from '../../components/button.tsx';
import { useShop } from '../../shop-context.ts';
import { useSilenced, useUnclaimed } from '../list/use-unclaimed.ts';

/** Ends the reminders of a bag that nobody comes for, and brings them back. */
export function SilenceButton({ order }: { readonly order: OrderSummary }): JSX.Element | null {
  const { api, texts } = useShop();
  const isSilenced = useSilenced().has(order.id);
  const minutes = useUnclaimed(order, isSilenced);
  const [hasFailed, setFailed] = useState(false);
  if (!isSilenced && minutes === null) return null;
  const words = texts.unclaimed;
  return (
    <>
      <Button
        kind="quiet"
        onClick={() => {
          api['unclaimed:silence']({ orderId: order.id, silenced: !isSilenced })
            .then(() => setFailed(false))
            .catch(() => setFailed(true));
        }}
      >
        {isSilenced ? words.unsilence : words.silence}
      </Button>
      <span role="status">{hasFailed ? words.failed : isSilenced ? words.silenced : ''}</span>
    </>
  );
}
