import { memo, type JSX, type MouseEvent } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import { formatMoney } from '../../../shared/orders/money.ts';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { Button } from '../../components/button.tsx';
import { CheckIcon, PrinterIcon, StopIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import { HandOverButton } from '../detail/hand-over-button.tsx';
import { hasSlip } from '../detail/slip-button.tsx';
import { OrderCode } from './order-code.tsx';
import type { MatchField } from './search.ts';
import {
  collectText,
  handOverOffer,
  hasLeft,
  matchText,
  reasonText,
  rowTime,
  rowTone,
  statusText,
} from './row-model.ts';
import styles from './order-row.module.css';
import { useUnclaimed } from './use-unclaimed.ts';
import { WaitingTime } from './waiting-time.tsx';

/** A longer name may take more than a line. */
const LONG_NAME_CHARS = 16;

export type OrderRowProps = {
  readonly order: OrderSummary;
  readonly alert: Alert | null;
  /** The fields in which the search found the order; null without a search or for an exact match. */
  readonly match?: readonly MatchField[] | null;
  /** True when nobody wants to be reminded of this order. */
  readonly isSilenced?: boolean;
  readonly index: number;
  /** The offset from the top of the list, and the height of the row, in pixels. */
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  /** True for the one row whose first button is the main one of the page. */
  readonly isLead: boolean;
  readonly onOpen: (orderId: string) => void;
  readonly onSeen: (alertIds: readonly string[]) => void;
  readonly onHandOver: (order: OrderSummary) => void;
};

export function rowId(orderId: string): string {
  return `order-${orderId}`;
}

/** One order of the list. Rendered again only when its own props change. */
export const OrderRow = memo(function OrderRow(props: OrderRowProps): JSX.Element {
  const {
    order,
    alert,
    match = null,
    isSilenced = false,
    index,
    top,
    height,
    isActive,
    isLead,
    onOpen,
    onSeen,
    onHandOver,
  } = props;
  const { texts } = useShop();
  const tone = rowTone(order);
  const name = order.customerFirstName ?? texts.orders.noName;

  const acknowledge = (event: MouseEvent): void => {
    // The row moves once it is seen: the second click of a double-click would hit another row.
    if (alert !== null && event.detail < 2) onSeen([alert.id]);
  };

  return (
    <div
      role="row"
      id={rowId(order.id)}
      aria-rowindex={index + 1}
      aria-selected={isActive}
      className={styles['slot']}
      style={{ height, transform: `translateY(${String(top)}px)` }}
    >
      <div
        className={styles['row']}
        data-tone={tone}
        data-unseen={alert === null ? undefined : 'true'}
        data-calm={tone === 'stop' && hasLeft(order, alert) ? 'true' : undefined}
        data-active={isActive ? 'true' : undefined}
        role="presentation"
        onClick={() => onOpen(order.id)}
      >
        <div role="gridcell" className={styles['stub']}>
          <OrderCode code={order.code} />
        </div>
        <div role="gridcell" className={styles['who']}>
          <RowState order={order} alert={alert} isSilenced={isSilenced} />
          <p className={styles['name']} data-long={name.length > LONG_NAME_CHARS ? 'true' : undefined}>
            <bdi>{name}</bdi>
          </p>
          <RowFacts order={order} match={match} />
        </div>
        <div role="gridcell" className={styles['when']}>
          <WaitingTime at={rowTime(order, alert)} isWaiting={tone === 'ready'} />
        </div>
        <div role="gridcell" className={styles['action']} onClick={stay}>
          <RowSlip order={order} />
          {alert !== null && (
            <Button
              kind={isLead ? 'primary' : 'plain'}
              icon={<CheckIcon />}
              tabIndex={-1}
              label={texts.orders.seenOrder(order.code)}
              onClick={acknowledge}
            >
              {texts.orders.seen}
            </Button>
          )}
          {handOverOffer(order) === 'mark' && (
            <HandOverButton
              order={order}
              kind={isLead && isActive && alert === null ? 'primary' : 'plain'}
              place={`${String(top)} ${alert?.id ?? 'seen'}`}
              tabIndex={-1}
              onHandOver={onHandOver}
            />
          )}
        </div>
      </div>
    </div>
  );
});

/** Prints the slip without opening the order; how that went is seen on paper, and on the printer's light. */
function RowSlip({ order }: Pick<OrderRowProps, 'order'>): JSX.Element | null {
  const { api, texts, view } = useShop();
  if (!hasSlip(order, view.settings)) return null;
  return (
    <Button
      kind="quiet"
      icon={<PrinterIcon />}
      label={texts.paper.printOrder(order.code)}
      tabIndex={-1}
      data-slip="true"
      onClick={(event) => {
        // The second click of a double-click would print a copy.
        if (event.detail < 2) void api['paper:print']({ orderId: order.id, bags: 1 }).catch(() => undefined);
      }}
    />
  );
}

/** A click just beside a button must not open the order. */
function stay(event: MouseEvent): void {
  event.stopPropagation();
}

function RowState(props: {
  readonly order: OrderSummary;
  readonly alert: Alert | null;
  readonly isSilenced: boolean;
}): JSX.Element {
  const { order, alert, isSilenced } = props;
  const { texts, times, clock, moneyLocale } = useShop();
  const unclaimed = useUnclaimed(order, isSilenced);
  const collect = collectText(order, texts, moneyLocale);
  return (
    <p className={styles['state']}>
      <strong className={styles['status']} data-late={unclaimed === null ? undefined : 'true'}>
        {order.status === 'CANCELLED' && <StopIcon />}
        {unclaimed === null ? statusText(order, alert, texts) : texts.unclaimed.status}
      </strong>
      {alert !== null && <span className="hidden-text">{texts.orders.unseen}</span>}
      {collect !== null && <strong className={styles['collect']}>{collect}</strong>}
      {order.isPreorder && (
        <span className={styles['preorder']}>
          {order.promisedFor === null
            ? texts.orders.preorder
            : texts.orders.preorderFor(times.clockOrDay(order.promisedFor, clock.now()))}
        </span>
      )}
    </p>
  );
}

function RowFacts({
  order,
  match,
}: {
  readonly order: OrderSummary;
  readonly match: readonly MatchField[] | null;
}): JSX.Element {
  const { texts, moneyLocale } = useShop();
  const reason = order.status === 'CANCELLED' ? reasonText(order, texts) : null;
  return (
    <p className={styles['facts']}>
      {reason !== null && <strong className={styles['reason']}>{reason} · </strong>}
      {match !== null && <span className={styles['match']}>{matchText(order, match, texts)} · </span>}
      <span className={styles['amounts']}>
        {texts.orders.lines(order.lineCount)}
        {order.totalMinor !== null && ` · ${formatMoney(order.totalMinor, order.currency, moneyLocale)}`}
      </span>
    </p>
  );
}
