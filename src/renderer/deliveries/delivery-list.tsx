import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type JSX } from 'react';
import type { DeliveryEntry } from '../../shared/health/delivery.ts';
import { Part } from '../components/boundary.tsx';
import { Button } from '../components/button.tsx';
import { useRowHeight, type RowStep } from '../counter/list/use-row-height.ts';
import { useShop } from '../shop-context.ts';
import styles from './delivery-list.module.css';
import { DeliveryRow } from './delivery-row.tsx';
import type { Deliveries } from './use-deliveries.ts';

const OVERSCAN_ROWS = 8;
/** delivery-row.module.css folds a row at the same widths. */
const STEPS: readonly RowStep[] = [
  { fromRem: 66, heightRem: 5.5 },
  { fromRem: 44, heightRem: 6.5 },
  { fromRem: 29, heightRem: 10.75 },
  { fromRem: 0, heightRem: 13.75 },
];
/** The next page is loaded this many rows before the end. */
const AHEAD_ROWS = 40;

/** The rows of the list. Only the rows on the screen exist; older ones are loaded as the user scrolls. */
export function DeliveryList(props: {
  readonly list: Deliveries;
  readonly entries: readonly DeliveryEntry[];
  readonly busyId: number | null;
  readonly onOpenOrder: (orderId: string) => void;
  readonly onReprocess: (entry: DeliveryEntry) => void;
}): JSX.Element {
  const { list, entries, busyId, onOpenOrder, onReprocess } = props;
  const { texts } = useShop();
  const { deliveries } = texts;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(scroller, STEPS);
  // No memoised component receives anything that this hook returns.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scrollerOf(scroller.current),
    estimateSize: () => rowHeight,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: OVERSCAN_ROWS,
  });
  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  const isNearEnd = last >= entries.length - AHEAD_ROWS;
  const { more, loadMore } = list;

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  useEffect(() => {
    if (isNearEnd && more === 'idle') loadMore();
  }, [isNearEnd, more, loadMore]);

  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="table"
      tabIndex={0}
      aria-label={deliveries.listLabel}
      aria-rowcount={entries.length}
    >
      <div className={styles['rows']} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((item) => {
          const entry = entries[item.index];
          if (entry === undefined) return null;
          return (
            <Part key={entry.id} where="deliveries, row" fallback={null}>
              <DeliveryRow
                entry={entry}
                index={item.index}
                top={item.start}
                height={rowHeight}
                isBusy={busyId === entry.id}
                onOpenOrder={onOpenOrder}
                onReprocess={onReprocess}
              />
            </Part>
          );
        })}
      </div>
      {more === 'loading' && <p className={styles['more']}>{deliveries.loadingMore}</p>}
      {more === 'failed' && (
        <p className={styles['more']} role="alert">
          {deliveries.moreFailed} <Button onClick={loadMore}>{texts.orders.retry}</Button>
        </p>
      )}
    </div>
  );
}

/**
 * Returns what scrolls the list: in a low window the whole page, what stands above the list too. The rows beyond the screen
 * that are kept are more than that is high.
 */
function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  const isOwn = list === null || getComputedStyle(list).overflowY !== 'visible';
  return isOwn ? list : list.closest<HTMLElement>('[data-page]');
}
