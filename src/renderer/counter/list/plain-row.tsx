import type { JSX } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { Button } from '../../components/button.tsx';
import { useShop } from '../../shop-context.ts';
import { singleClick } from '../../use-steady.ts';
import { rowId } from './order-row.tsx';
import styles from './order-row.module.css';

/** Replaces a row that failed to render: the code and the most important button. */
export function PlainRow(props: {
  readonly order: OrderSummary;
  readonly alert: Alert | null;
  readonly top: number;
  readonly height: number;
  readonly onSeen: (alertIds: readonly string[]) => void;
}): JSX.Element {
  const { order, alert, top, height, onSeen } = props;
  const { texts } = useShop();
  return (
    <div
      role="row"
      id={rowId(order.id)}
      className={styles['slot']}
      style={{ height, transform: `translateY(${String(top)}px)` }}
    >
      <div className={styles['row']} role="presentation">
        <div role="gridcell">{order.code}</div>
        <div role="gridcell">{texts.page.partFailed}</div>
        <div role="gridcell">
          {alert !== null && (
            <Button
              kind="primary"
              label={texts.orders.seenOrder(order.code)}
              onClick={singleClick(() => onSeen([alert.id]))}
            >
              {texts.orders.seen}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
