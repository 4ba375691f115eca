import type { JSX } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import { initialsIn } from '../../../shared/settings/hands.ts';
import type { Order, StoredOrder } from '../../../shared/orders/order.ts';
import { useShop } from '../../shop-context.ts';
import styles from './order-detail.module.css';

function withBy(time: string | null, by: string | null): string | null {
  return time === null || by === null ? time : `${time} · ${by}`;
}

/** Ids and times of the order, for looking something up. */
export function DetailFacts(props: {
  readonly stored: StoredOrder;
  readonly order: Order;
  readonly alerts: readonly Alert[];
}): JSX.Element {
  const { stored, order, alerts } = props;
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
    ...alerts.map(({ kind, acknowledgedAt, acknowledgedBy }): readonly [string, string | null] => {
      const by = initialsIn(acknowledgedBy);
      return [
        texts.orderDetail.seenAs(texts.card.label[kind]),
        by === null ? null : withBy(when(acknowledgedAt), by),
      ];
    }),
    [texts.orderDetail.handedOverAt, withBy(when(stored.handedOverAt), initialsIn(stored.handedOverBy))],
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
