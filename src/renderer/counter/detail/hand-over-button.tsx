import type { JSX, MouseEvent } from 'react';
import type { OrderSummary } from '../../../shared/order.ts';
import { Button } from '../../components/button.tsx';
import { BagIcon } from '../../components/icons.tsx';
import { useSteady } from '../../hooks/use-steady.ts';
import { useShop } from '../../shop-context.ts';

/** It takes the place of "Visto", and rows move: a finger already on its way must not mark another order. */
const STEADY_AFTER_MS = 400;

/** Marks a bag that waits as handed over. */
export function HandOverButton(props: {
  readonly order: OrderSummary;
  readonly kind?: 'plain' | 'primary';
  /** Where it stands; it rests for a moment whenever that changes. */
  readonly place: string;
  readonly tabIndex?: number;
  readonly onHandOver: (order: OrderSummary) => void;
}): JSX.Element {
  const { order, kind = 'plain', place, tabIndex, onHandOver } = props;
  const { texts } = useShop();
  const isSteady = useSteady(place, STEADY_AFTER_MS);
  const mark = (event: MouseEvent): void => {
    // The second click of a double one was meant for what stood here before.
    if (event.detail < 2) onHandOver(order);
  };
  return (
    <Button
      kind={kind}
      icon={<BagIcon />}
      disabled={!isSteady}
      tabIndex={tabIndex}
      data-hand-over="true"
      aria-description={order.code}
      aria-keyshortcuts="E"
      onClick={mark}
    >
      {texts.orders.handOver.mark}
    </Button>
  );
}
