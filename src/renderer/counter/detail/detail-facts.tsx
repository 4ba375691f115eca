import type { JSX } from 'react';
import type { Order, StoredOrder } from '../../../shared/orders/order.ts';
import { useShop } from '../../shop-context.ts';
import styles from './order-detail.module.css';

/** Ids and times of the order, for looking something up. */
export function DetailFacts(props: { readonly stored: StoredOrder; readonly order: Order }): JSX.Element {
  const { stored, order } = props;
  const { texts, times, clock } = useShop();
  const when = (iso: string | null): string | null =>
    iso === null ? null : times.clockOrDay(iso, clock.now());
  const arrived = when(stored.firstSeenAt) ?? '';
  const rows: readonly (readonly [string, string | null])[] = [
    [texts.orderDetail.externalId, order.externalId],
    [texts.orderDetail.createdAt, when(order.createdAt)],
    [texts.orderDetail.promisedFor, when(order.promisedFor)],
    [texts.orderDetail.readyAt, when(stored.readyAt)],
    [texts.orderDetail.arrived, texts.orderDetail.arrivedHow(arrived, stored.source)],
    [texts.orderDetail.changedAt, when(stored.lastChangedAt)],
    [texts.orderDetail.handedOverAt, when(stored.handedOverAt)],
  ];
  return (
    <dl className={styles['facts']}>
      {rows.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
