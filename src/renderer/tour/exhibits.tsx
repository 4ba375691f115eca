import { useRef, type JSX, type ReactNode } from 'react';
import type { Alert } from '../../shared/orders/alert.ts';
import type { CardState } from '../../shared/orders/card.ts';
import type { OrderSummary } from '../../shared/orders/order.ts';
import { Card } from '../card/card.tsx';
import { OrderRow } from '../counter/list/order-row.tsx';
import { ORDER_STEPS, useRowHeight } from '../counter/list/use-row-height.ts';
import { useShop } from '../shop-context.ts';
import styles from './exhibits.module.css';
import body from './tour-body.module.css';

/** A real component of the app as a picture: nothing in it can be used, and the text beside it says what it shows. */
export function Exhibit({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <div className={body['exhibit']} inert aria-hidden="true">
      {children}
    </div>
  );
}

/** The alert card, as an example. */
export function CardExhibit(props: {
  readonly nowMs: number;
  readonly alerts: readonly Alert[];
  readonly undo?: CardState['undo'];
}): JSX.Element {
  const { nowMs, alerts, undo = null } = props;
  const { api, texts } = useShop();
  return (
    <div className={styles['card']}>
      <Exhibit>
        <Card
          api={api}
          state={{ alerts, undo, digest: null, flash: false, mutedUntil: null }}
          texts={texts.card}
          nowMs={nowMs}
          watermark={null}
        />
      </Exhibit>
    </div>
  );
}

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
  const height = useRowHeight(list, ORDER_STEPS);
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
          isLead
          onOpen={nothing}
          onSeen={nothing}
          onHandOver={nothing}
        />
      </div>
    </Exhibit>
  );
}
