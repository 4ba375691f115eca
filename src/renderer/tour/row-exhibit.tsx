import { useRef, type JSX } from 'react';
import type { Alert } from '../../shared/alert.ts';
import type { OrderSummary } from '../../shared/order.ts';
import { OrderRow } from '../counter/list/order-row.tsx';
import { useRowHeight } from '../counter/list/use-row-height.ts';
import { Exhibit } from './exhibit.tsx';
import styles from './row-exhibit.module.css';

const nothing = (): void => undefined;

/** One row of the counter's list. */
export function RowExhibit({
  order,
  alert,
}: {
  readonly order: OrderSummary;
  readonly alert: Alert | null;
}): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const height = useRowHeight(list);
  return (
    <Exhibit>
      <div ref={list} className={styles['list']} style={{ height }}>
        <OrderRow
          order={order}
          alert={alert}
          index={0}
          top={0}
          height={height}
          isActive={false}
          isOpen={false}
          onOpen={nothing}
          onSeen={nothing}
          onHandOver={nothing}
        />
      </div>
    </Exhibit>
  );
}
