import type { JSX, MouseEvent } from 'react';
import type { OrderSummary } from '../../../shared/order.ts';
import { Button } from '../../components/button.tsx';
import { BagIcon } from '../../components/icons.tsx';
import { useSteady } from '../../use-steady.ts';
import { useShop } from '../../shop-context.ts';

/** This button replaces "Visto", and rows move: a click already on its way must not mark another order. */
const STEADY_AFTER_MS = 400;

/** Marks a waiting bag as handed over. */
export function HandOverButton(props: {
  readonly order: OrderSummary;
  readonly kind?: 'plain' | 'primary';
  /** The button's place on the page; a change disables it for a moment. */
  readonly place: string;
  readonly tabIndex?: number;
  readonly onHandOver: (order: OrderSummary) => void;
}): JSX.Element {
  const { order, kind = 'plain', place, tabIndex, onHandOver } = props;
  const { texts } = useShop();
  const isSteady = useSteady(place, STEADY_AFTER_MS);
  const mark = (event: MouseEvent): void => {
    // The second click of a double-click was meant for the button that was here before.
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
