import { memo, type JSX } from 'react';
import { deliveryGroup, type DeliveryEntry } from '../../shared/health/delivery.ts';
import { notesLine } from '../../shared/health/delivery-note.ts';
import { Button } from '../components/button.tsx';
import { RefreshIcon } from '../components/icons.tsx';
import { OrderCode } from '../counter/list/order-code.tsx';
import { useShop } from '../shop-context.ts';
import { notesInWords } from './delivery-model.ts';
import styles from './delivery-row.module.css';

export type DeliveryRowProps = {
  readonly entry: DeliveryEntry;
  readonly index: number;
  /** The offset from the top of the list, and the height of the row, in pixels. */
  readonly top: number;
  readonly height: number;
  readonly isBusy: boolean;
  readonly onOpenOrder: (orderId: string) => void;
  readonly onReprocess: (entry: DeliveryEntry) => void;
};

/** One request: its time, its result, its order, and the response. */
export const DeliveryRow = memo(function DeliveryRow(props: DeliveryRowProps): JSX.Element {
  const { entry, index, top, height, isBusy, onOpenOrder, onReprocess } = props;
  const { texts, times, clock, moneyLocale } = useShop();
  const { deliveries } = texts;
  const { orderId, code, isKept, notes, status } = entry;
  const line = notesLine(notes);
  const reason = isKept ? undefined : deliveries.cannotReprocess;
  const ms = new Intl.NumberFormat(moneyLocale, { maximumSignificantDigits: 2 }).format(entry.ms);
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      className={styles['row']}
      data-group={deliveryGroup(entry.outcome)}
      style={{ height, transform: `translateY(${String(top)}px)` }}
    >
      <div role="cell" className={styles['when']}>
        <time dateTime={entry.at}>{times.toTheSecond(entry.at, clock.now())}</time>
      </div>
      <div role="cell" className={styles['what']}>
        <p className={styles['outcome']}>{deliveries.outcomes[entry.outcome]}</p>
        {line !== null && (
          <p className={styles['detail']} title={line}>
            {notesInWords(notes, texts)}
          </p>
        )}
      </div>
      <div role="cell" className={styles['order']}>
        {code !== null && orderId !== null && (
          <button
            type="button"
            className={styles['code']}
            aria-label={deliveries.openOrder(code)}
            onClick={() => onOpenOrder(orderId)}
          >
            <OrderCode code={code} />
          </button>
        )}
      </div>
      <div role="cell" className={styles['answer']}>
        <span>{status === 0 ? deliveries.noAnswer : deliveries.status(status)}</span>
        <span>{deliveries.ms(ms)}</span>
      </div>
      <div role="cell" className={styles['action']} title={reason}>
        <Button
          kind="quiet"
          icon={<RefreshIcon />}
          aria-disabled={!isKept || isBusy}
          aria-description={reason}
          onClick={() => {
            if (isKept && !isBusy) onReprocess(entry);
          }}
        >
          {isBusy ? deliveries.reprocessing : deliveries.reprocess}
        </Button>
      </div>
    </div>
  );
});
