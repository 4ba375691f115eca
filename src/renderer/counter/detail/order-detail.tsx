import { useEffect, useRef, type JSX } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import type { OrderDetail } from '../../../shared/orders/orders-contract.ts';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { Button } from '../../components/button.tsx';
import { Part } from '../../components/boundary.tsx';
import { FullMessage } from '../../components/full-message.tsx';
import { CloseIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import { WhyAsk } from '../../why/why-box.tsx';
import { DetailFacts } from './detail-facts.tsx';
import { DetailFoot } from './detail-foot.tsx';
import { DetailLines } from './detail-lines.tsx';
import { DetailState } from './detail-state.tsx';
import { DetailTotals } from './detail-totals.tsx';
import { OrderCode } from '../list/order-code.tsx';
import styles from './order-detail.module.css';
import type { HandOverControl } from './use-hand-over.ts';
import { SlipButton } from './slip-button.tsx';
import { useOrderDetail } from './use-order-detail.ts';

type PanelProps = {
  readonly orderId: string;
  readonly summary: OrderSummary | null;
  readonly alert: Alert | null;
  /** True when the keyboard opened the panel: it then takes the focus. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly onSeen: (alertIds: readonly string[]) => void;
  readonly handOver: HandOverControl;
};

/** Shows everything known about one order, beside the list. */
export function OrderDetailPanel(props: PanelProps): JSX.Element {
  return (
    <Part where="counter, detail" of={props.orderId} fallback={<FailedPanel {...props} />}>
      <Panel {...props} />
    </Part>
  );
}

/** Shown when the panel failed to render: staff can still mark the alert as seen and close the panel. */
function FailedPanel({ summary, alert, onClose, onSeen }: PanelProps): JSX.Element {
  const { texts } = useShop();
  return (
    <aside className={styles['panel']} data-detail="true" aria-label={texts.page.partFailed}>
      <div className={styles['head']}>
        <h2>{summary === null ? '' : summary.code}</h2>
        <Button kind="quiet" icon={<CloseIcon />} label={texts.orderDetail.close} onClick={onClose} />
      </div>
      <FullMessage
        title={texts.page.partFailed}
        isError
        {...(alert === null ? {} : { action: { label: texts.orders.seen, run: () => onSeen([alert.id]) } })}
      />
    </aside>
  );
}

function Panel(props: PanelProps): JSX.Element {
  const { orderId, summary, alert, takesFocus, onClose, onSeen, handOver } = props;
  const { texts } = useShop();
  const { state, retry } = useOrderDetail(orderId, summary);
  const heading = useRef<HTMLHeadingElement>(null);
  const code = summary?.code ?? (state.phase === 'ready' ? state.detail.order.code : '');

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);

  return (
    <aside className={styles['panel']} data-detail="true" aria-labelledby="order-detail-title">
      <div className={styles['head']}>
        <h2 ref={heading} id="order-detail-title" tabIndex={-1} aria-label={texts.orderDetail.title(code)}>
          <OrderCode code={code} />
        </h2>
        <Button kind="quiet" icon={<CloseIcon />} label={texts.orderDetail.close} onClick={onClose} />
      </div>
      {state.phase === 'loading' && <FullMessage title={texts.orderDetail.loading} isBusy />}
      {state.phase === 'missing' && <FullMessage title={texts.orderDetail.missing} />}
      {state.phase === 'failed' && (
        <FullMessage
          title={texts.orderDetail.failed}
          action={{ label: texts.orders.retry, run: retry }}
          isError
        />
      )}
      {state.phase === 'ready' && (
        <div className={styles['body']} tabIndex={0} role="group" aria-label={texts.orderDetail.title(code)}>
          {summary !== null && (
            <Part where="detail, state" of={orderId}>
              <DetailState summary={summary} alert={alert} cancellation={state.detail.order.cancellation} />
            </Part>
          )}
          {summary !== null && (
            <Part where="detail, slip" of={orderId}>
              <SlipButton key={orderId} order={summary} />
            </Part>
          )}
          <DetailBody detail={state.detail} />
        </div>
      )}
      <DetailFoot summary={summary} alert={alert} onSeen={onSeen} handOver={handOver} />
    </aside>
  );
}

function DetailBody({ detail }: { readonly detail: OrderDetail }): JSX.Element {
  const { texts } = useShop();
  const { order } = detail;
  const moreLines = order.moreLines ?? 0;
  return (
    <>
      <section className={styles['section']}>
        <p className={styles['customer']}>{order.customer?.firstName ?? texts.orders.noName}</p>
        {order.comment !== null && order.comment !== '' && (
          <p className={styles['comment']}>
            <strong>{texts.orderDetail.comment}: </strong>
            {order.comment}
          </p>
        )}
      </section>
      <section className={styles['section']}>
        <h3>
          {texts.orderDetail.products}{' '}
          <span className={styles['soft']}>{order.lines.length + moreLines}</span>
        </h3>
        <Part where="detail, lines" of={order.id}>
          {' '}
          <DetailLines lines={order.lines} moreLines={moreLines} currency={order.currency} />{' '}
        </Part>
      </section>
      <section className={styles['section']}>
        <DetailTotals
          totals={order.totals}
          currency={order.currency}
          isCancelled={order.status === 'CANCELLED'}
        />
      </section>
      <section className={styles['section']}>
        <h3>{texts.orderDetail.facts}</h3>
        <Part where="detail, facts" of={order.id}>
          {' '}
          <DetailFacts stored={detail.stored} order={order} alerts={detail.alerts} />{' '}
        </Part>
        <Part where="detail, why" of={order.id}>
          {' '}
          <WhyAsk code={order.code} orderId={order.id} />{' '}
        </Part>
      </section>
    </>
  );
}
