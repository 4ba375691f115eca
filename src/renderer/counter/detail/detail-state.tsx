import type { JSX } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import type { Cancellation, OrderSummary } from '../../../shared/orders/order.ts';
import { StopIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './order-detail.module.css';
import { handOverMismatch, hasLeft, reasonText, rowTime, rowTone, statusText } from '../list/row-model.ts';
import { WaitingTime } from '../list/waiting-time.tsx';

type StateProps = {
  readonly summary: OrderSummary;
  readonly alert: Alert | null;
  readonly cancellation: Cancellation | null;
};

/** The state of the order in words. A cancellation also says who, why and where the bag is. */
export function DetailState(props: StateProps): JSX.Element {
  const { summary, alert, cancellation } = props;
  const { texts, times, clock } = useShop();
  const tone = rowTone(summary);
  const isCalm = tone === 'stop' && hasLeft(summary, alert);
  return (
    <div className={styles['state']} data-tone={tone} data-calm={isCalm ? 'true' : undefined}>
      <p className={styles['status']}>
        {tone === 'stop' && !isCalm && <StopIcon />}
        {statusText(summary, alert, texts)}
      </p>
      <WaitingTime at={rowTime(summary, alert)} isWaiting={tone === 'ready'} />
      <DetailReasons summary={summary} alert={alert} cancellation={cancellation} />
      {summary.isPreorder && (
        <p className={styles['why']}>
          {summary.promisedFor === null
            ? texts.orders.preorder
            : texts.orders.preorderFor(times.clockOrDay(summary.promisedFor, clock.now()))}
        </p>
      )}
    </div>
  );
}

/** Where the bag of a cancelled order is, who cancelled it and why; how this shop's mark differs from the platform. */
export function DetailReasons(props: StateProps): JSX.Element {
  const { summary, alert, cancellation } = props;
  const { texts, times, clock } = useShop();
  const by = cancellation?.by ?? null;
  const reason = reasonText(summary, texts);
  const mismatch = handOverMismatch(summary);
  const markedAt = summary.handedOverAt === null ? '' : times.clockOrDay(summary.handedOverAt, clock.now());
  return (
    <>
      {summary.status === 'CANCELLED' && (
        <div className={styles['why']}>
          <p>{hasLeft(summary, alert) ? texts.orderDetail.leftShop : texts.orderDetail.stillInShop}</p>
          {by !== null && by !== '' && <p>{texts.orderDetail.cancelledBy(by)}</p>}
          {reason !== null && <p>{reason}</p>}
        </div>
      )}
      {mismatch !== null && <p className={styles['why']}>{texts.orderDetail.mismatch[mismatch](markedAt)}</p>}
    </>
  );
}
