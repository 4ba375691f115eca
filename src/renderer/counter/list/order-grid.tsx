import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, type JSX, type Ref } from 'react';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { Part } from '../../components/boundary.tsx';
import { useShop } from '../../shop-context.ts';
import type { Times } from '../../times.ts';
import { DONE_STEPS, DoneRow } from './done-row.tsx';
import type { OrderList } from './list-model.ts';
import type { OpenAlerts } from './order-book.ts';
import styles from './order-grid.module.css';
import { OrderRow, rowId } from './order-row.tsx';
import { rowTime } from './row-model.ts';
import { PlainRow } from './plain-row.tsx';
import { useSilenced } from './use-unclaimed.ts';
import { ORDER_STEPS, useRowHeight, type RowStep } from './use-row-height.ts';

const OVERSCAN_ROWS = 8;
/** Space for the outline of the active row. */
const EDGE_PX = 4;
const DAY_STEPS: readonly RowStep[] = [{ fromRem: 0, heightRem: 2.5 }];

/** Days begin at a quarter of an hour in every time zone: orders of one quarter share their day. */
const QUARTER_MINUTES = 15;

export type OrderGridHandle = {
  readonly focus: () => void;
  /** Returns the number of rows that fit on the screen. */
  readonly pageSize: () => number;
};

/** The rows of the list. Only the rows on the screen exist in the page, and the active row. */
export function OrderGrid(props: {
  readonly handle: Ref<OrderGridHandle>;
  readonly orders: readonly OrderSummary[];
  readonly alerts: OpenAlerts;
  readonly activeId: string | null;
  readonly activeIndex: number;
  readonly matches: OrderList['matches'];
  readonly openId: string | null;
  /** True for the orders that left: one line each, by day. */
  readonly isTable: boolean;
  readonly onOpen: (orderId: string) => void;
  readonly onSeen: (alertIds: readonly string[]) => void;
  readonly onHandOver: (order: OrderSummary) => void;
}): JSX.Element {
  const { handle, orders, alerts, activeId, activeIndex, matches, openId, isTable } = props;
  const { texts, times } = useShop();
  const silenced = useSilenced();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(scroller, isTable ? DONE_STEPS : ORDER_STEPS);
  const dayHeight = useRowHeight(scroller, DAY_STEPS);
  const days = useMemo(() => (isTable ? daysOf(orders, times) : null), [isTable, orders, times]);
  // One main button: of the row that staff chose, else of the first one that nobody has seen.
  const leadId = openId === null ? (activeId ?? orders[0]?.id ?? null) : null;

  const virtualizer = useVirtualizer({
    count: orders.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + (days?.has(index) === true ? dayHeight : 0),
    getItemKey: (index) => orders[index]?.id ?? index,
    overscan: OVERSCAN_ROWS,
    paddingStart: EDGE_PX,
    scrollPaddingStart: EDGE_PX,
    scrollPaddingEnd: EDGE_PX,
    rangeExtractor: useCallback(
      (range: Range) => withIndex(defaultRangeExtractor(range), activeIndex, range.count),
      [activeIndex],
    ),
  });

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight, dayHeight, days]);
  useEffect(() => {
    // Scroll only when staff choose another row: an update that moves the row must not scroll the list.
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps
  }, [activeId]);

  useImperativeHandle(
    handle,
    () => ({
      focus: () => scroller.current?.focus({ preventScroll: true }),
      pageSize: () => Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight),
    }),
    [rowHeight],
  );

  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="grid"
      tabIndex={0}
      aria-label={texts.orders.listLabel}
      aria-rowcount={orders.length}
      aria-activedescendant={activeId === null ? undefined : rowId(activeId)}
    >
      <div className={styles['rows']} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const order = orders[item.index];
          if (order === undefined) return null;
          const place = { order, index: item.index, top: item.start, height: rowHeight };
          const alert = alerts.get(order.id) ?? null;
          const isActive = order.id === activeId;
          return (
            <Part
              key={order.id}
              where="counter, row"
              fallback={<PlainRow {...place} alert={alert} onSeen={props.onSeen} />}
            >
              {isTable ? (
                <DoneRow
                  {...place}
                  alert={alert}
                  onSeen={props.onSeen}
                  dayHeight={dayHeight}
                  day={days?.get(item.index) ?? null}
                  isActive={isActive}
                  onOpen={props.onOpen}
                />
              ) : (
                <OrderRow
                  {...place}
                  alert={alert}
                  match={matches.get(order.id) ?? null}
                  isSilenced={silenced.has(order.id)}
                  isActive={isActive}
                  isLead={order.id === leadId}
                  onOpen={props.onOpen}
                  onSeen={props.onSeen}
                  onHandOver={props.onHandOver}
                />
              )}
            </Part>
          );
        })}
      </div>
    </div>
  );
}

/** Adds the active row to the indexes: screen readers lose a row that leaves the page when it is scrolled away. */
function withIndex(indexes: number[], index: number, count: number): number[] {
  if (index < 0 || index >= count || indexes.includes(index)) return indexes;
  return [...indexes, index].sort((a, b) => a - b);
}

/** Returns the index of the first order that left on each day, with the time when it did. They are sorted by that. */
function daysOf(orders: readonly OrderSummary[], times: Pick<Times, 'day'>): ReadonlyMap<number, string> {
  const starts = new Map<number, string>();
  // Formatting a date is slow, and there may be 12,000 orders.
  const dayOfQuarter = new Map<string, string>();
  let before: string | null = null;
  orders.forEach((order, index) => {
    const at = rowTime(order, null);
    const quarter = `${at.slice(0, 13)} ${String(Math.floor(Number(at.slice(14, 16)) / QUARTER_MINUTES))}`;
    const day = dayOfQuarter.get(quarter) ?? times.day(at);
    dayOfQuarter.set(quarter, day);
    if (day !== before) starts.set(index, at);
    before = day;
  });
  return starts;
}
