import type { JSX } from 'react';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { useShop } from '../../shop-context.ts';
import { rowTone, statusText } from '../list/row-model.ts';
import { WaitingTime } from '../list/waiting-time.tsx';
import styles from './code-verdict.module.css';

/** One large button for each order that a code fits: the rider says the name. None is chosen beforehand. */
export function VerdictNames(props: {
  readonly orders: readonly OrderSummary[];
  readonly onPick: (orderId: string) => void;
}): JSX.Element {
  const { orders, onPick } = props;
  const { texts } = useShop();
  return (
    <ul className={styles['names']}>
      {orders.map((order) => (
        <li key={order.id}>
          <button type="button" className={styles['pick']} onClick={() => onPick(order.id)}>
            <bdi className={styles['name']}>{order.customerFirstName ?? texts.orders.noName}</bdi>
            <span className={styles['which']}>
              <span>{order.code}</span>
              <span>{texts.orders.lines(order.lineCount)}</span>
              {rowTone(order) === 'ready' ? (
                <WaitingTime at={order.at} isWaiting={false} />
              ) : (
                <strong>{statusText(order, null, texts)}</strong>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
