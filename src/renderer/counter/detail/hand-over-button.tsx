import type { ComponentProps, JSX, MouseEvent } from 'react';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { Button } from '../../components/button.tsx';
import { BagIcon } from '../../components/icons.tsx';
import { useSteady } from '../../use-steady.ts';
import { useShop } from '../../shop-context.ts';

/** A click already on its way to what stood here before must do nothing. */
const STEADY_AFTER_MS = 400;

/**
 * A button that takes the place of another one, or moves with its row: for a moment after that it does nothing, without
 * looking different.
 */
export function SteadyButton({
  place,
  onPress,
  ...rest
}: {
  /** The button's place on the page; a change makes the button wait. */
  readonly place: string;
  readonly onPress: () => void;
} & Omit<ComponentProps<typeof Button>, 'onClick' | 'disabled'>): JSX.Element {
  const isSteady = useSteady(place, STEADY_AFTER_MS);
  const press = (event: MouseEvent): void => {
    // The second click of a double-click was meant for the button that was here before.
    if (event.detail < 2) onPress();
  };
  return <Button {...rest} disabled={!isSteady} data-steady="true" onClick={press} />;
}

/** Marks a waiting bag as handed over. */
export function HandOverButton(props: {
  readonly order: OrderSummary;
  readonly kind?: 'plain' | 'primary';
  /** True for the button that says "Entregar", as the answer to a rider; others say "Entregado". */
  readonly isAnswer?: boolean;
  readonly place: string;
  readonly tabIndex?: number;
  readonly onHandOver: (order: OrderSummary) => void;
}): JSX.Element {
  const { order, kind = 'plain', isAnswer = false, place, tabIndex, onHandOver } = props;
  const { check, handOver } = useShop().texts.orders;
  return (
    <SteadyButton
      kind={kind}
      icon={<BagIcon />}
      place={place}
      tabIndex={tabIndex}
      data-hand-over="true"
      label={isAnswer ? check.handOverOrder(order.code) : handOver.markOrder(order.code)}
      aria-keyshortcuts="E"
      onPress={() => onHandOver(order)}
    >
      {isAnswer ? check.handOver : handOver.mark}
    </SteadyButton>
  );
}
