import type { JSX } from 'react';
import { alertCode, type Alert } from '../../../shared/orders/alert.ts';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { Button } from '../../components/button.tsx';
import { CheckIcon, UndoIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import { singleClick } from '../../use-steady.ts';
import { HandOverButton } from './hand-over-button.tsx';
import styles from './order-detail.module.css';
import { handOverOffer } from '../list/row-model.ts';
import { SilenceButton } from './silence-button.tsx';
import type { HandOverControl } from './use-hand-over.ts';

/** The actions for the open order. They stay at the same place, below the part that scrolls. */
export function DetailFoot(props: {
  readonly summary: OrderSummary | null;
  readonly alert: Alert | null;
  readonly onSeen: (alertIds: readonly string[]) => void;
  readonly handOver: HandOverControl;
}): JSX.Element | null {
  const { summary, alert, onSeen, handOver } = props;
  const { texts } = useShop();
  const offer = summary === null ? null : handOverOffer(summary);
  if (alert === null && offer === null) return null;
  return (
    <div className={styles['foot']}>
      {alert !== null && (
        <Button
          kind="primary"
          icon={<CheckIcon />}
          label={texts.orders.seenOrder(alertCode(alert))}
          onClick={singleClick(() => onSeen([alert.id]))}
        >
          {texts.orders.seen}
        </Button>
      )}
      {summary !== null && offer === 'mark' && (
        <HandOverButton
          order={summary}
          kind={alert === null ? 'primary' : 'plain'}
          place={`${summary.id} ${alert?.id ?? 'seen'}`}
          onHandOver={handOver.mark}
        />
      )}
      {summary !== null && alert === null && <SilenceButton order={summary} />}
      {summary !== null && offer === 'take-back' && (
        <Button icon={<UndoIcon />} onClick={singleClick(() => handOver.takeBack(summary))}>
          {texts.orders.handOver.takeBack}
        </Button>
      )}
    </div>
  );
}
