import type { JSX } from 'react';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { useShop } from '../../shop-context.ts';
import { DetailLines } from '../detail/detail-lines.tsx';
import { useOrderDetail } from '../detail/use-order-detail.ts';
import styles from './code-verdict.module.css';

/** What is in the bag, to compare with it; nothing until it has been read. */
export function VerdictBag({ order }: { readonly order: OrderSummary }): JSX.Element | null {
  const { texts } = useShop();
  const { state } = useOrderDetail(order.id, order);
  if (state.phase !== 'ready') return null;
  const { lines, moreLines = 0, currency, comment } = state.detail.order;
  if (lines.length + moreLines === 0) return null;
  return (
    <div className={styles['bag']}>
      <h2 className={styles['title']}>{texts.orders.check.bag}</h2>
      {comment !== null && comment !== '' && <p className={styles['comment']}>{comment}</p>}
      <DetailLines lines={lines} moreLines={moreLines} currency={currency} />
    </div>
  );
}
