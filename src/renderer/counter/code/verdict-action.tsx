import type { JSX } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import { CheckIcon, UndoIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import { HandOverButton, SteadyButton } from '../detail/hand-over-button.tsx';
import type { HandOverControl } from '../detail/use-hand-over.ts';
import { handOverOffer } from '../list/row-model.ts';
import type { CodeCheck } from './code-check.ts';
import styles from './code-verdict.module.css';

/** The one button of a verdict: hand over, undo that, or acknowledge a cancellation. */
export function VerdictAction(props: {
  readonly check: CodeCheck;
  readonly alert: Alert | null;
  readonly handOver: HandOverControl;
  readonly onSeen: (alertIds: readonly string[]) => void;
}): JSX.Element | null {
  const { check, alert, handOver, onSeen } = props;
  const { texts } = useShop();
  if (!('order' in check)) return null;
  const { order, verdict } = check;
  const place = `${order.id} ${verdict}`;
  const offer = handOverOffer(order);
  const button =
    verdict === 'give' && offer === 'mark' ? (
      <HandOverButton order={order} kind="primary" isAnswer place={place} onHandOver={handOver.mark} />
    ) : verdict === 'handed-over' && offer === 'take-back' ? (
      <SteadyButton
        icon={<UndoIcon />}
        place={place}
        aria-keyshortcuts="Control+Z"
        onPress={() => handOver.takeBack(order)}
      >
        {texts.orders.handOver.undo}
      </SteadyButton>
    ) : verdict === 'cancelled' && alert !== null ? (
      <SteadyButton
        kind="primary"
        icon={<CheckIcon />}
        place={place}
        label={texts.orders.seenOrder(order.code)}
        onPress={() => onSeen([alert.id])}
      >
        {texts.orders.seen}
      </SteadyButton>
    ) : null;
  return button === null ? null : <div className={styles['action']}>{button}</div>;
}
