import { memo, type JSX } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import { formatMoney } from '../../../shared/orders/money.ts';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { Button } from '../../components/button.tsx';
import { useShop } from '../../shop-context.ts';
import { singleClick } from '../../use-steady.ts';
import styles from './done-row.module.css';
import { OrderCode } from './order-code.tsx';
import { rowId } from './order-row.tsx';
import { rowTime, statusText } from './row-model.ts';
import type { RowStep } from './use-row-height.ts';

/** The widest first; done-row.module.css folds a line at the same widths. */
export const DONE_STEPS: readonly RowStep[] = [
  { fromRem: 54, heightRem: 2.75 },
  { fromRem: 22, heightRem: 4.25 },
  { fromRem: 0, heightRem: 7 },
];

const DAY_MS = 86_400_000;

/** One line of the table of orders that left, below the name of its day where that begins. */
export const DoneRow = memo(function DoneRow(props: {
  readonly order: OrderSummary;
  readonly alert: Alert | null;
  readonly index: number;
  /** The offset from the top of the list, and the height of the line, in pixels. */
  readonly top: number;
  readonly height: number;
  readonly dayHeight: number;
  /** When the first order of a day left; null for the others. */
  readonly day: string | null;
  readonly isActive: boolean;
  readonly onOpen: (orderId: string) => void;
  readonly onSeen: (alertIds: readonly string[]) => void;
}): JSX.Element {
  const { order, alert, index, top, height, dayHeight, day, isActive, onOpen, onSeen } = props;
  const { texts, times, moneyLocale } = useShop();
  const leftAt = rowTime(order, alert);
  return (
    <div
      role="row"
      id={rowId(order.id)}
      aria-rowindex={index + 1}
      aria-selected={isActive}
      className={styles['slot']}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      {day !== null && (
        <div className={styles['day']} style={{ height: dayHeight }} aria-hidden="true">
          <DayName at={day} />
        </div>
      )}
      <div
        className={styles['line']}
        style={{ height }}
        data-active={isActive ? 'true' : undefined}
        role="presentation"
        onClick={() => onOpen(order.id)}
      >
        <div role="gridcell" className={styles['code']}>
          <OrderCode code={order.code} />
        </div>
        <div role="gridcell" className={styles['name']}>
          <bdi>{order.customerFirstName ?? texts.orders.noName}</bdi>
        </div>
        <div role="gridcell" className={styles['state']}>
          {statusText(order, alert, texts)}{' '}
          <time dateTime={leftAt}>
            {/* The day stands above, for the eye alone. */}
            <span className="hidden-text">{times.day(leftAt)} </span>
            {times.clock(leftAt)}
          </time>
        </div>
        <div role="gridcell" className={styles['lines']}>
          {texts.orders.lines(order.lineCount)}
        </div>
        <div role="gridcell" className={styles['money']}>
          {alert !== null && (
            <Button
              tabIndex={-1}
              label={texts.orders.seenOrder(order.code)}
              onClick={singleClick(() => onSeen([alert.id]))}
            >
              {texts.orders.seen}
            </Button>
          )}
          {order.totalMinor !== null && formatMoney(order.totalMinor, order.currency, moneyLocale)}
        </div>
      </div>
    </div>
  );
});

function DayName({ at }: { readonly at: string }): JSX.Element {
  const { texts, times, clock } = useShop();
  const day = times.day(at);
  const now = clock.now();
  const isToday = day === times.day(new Date(now).toISOString());
  const isYesterday = day === times.day(new Date(now - DAY_MS).toISOString());
  return (
    <span>{isToday ? texts.orders.today : isYesterday ? texts.orders.yesterday : times.longDay(at)}</span>
  );
}
