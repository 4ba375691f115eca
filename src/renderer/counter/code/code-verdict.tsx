import { Fragment, useEffect, useRef, type JSX, type ReactNode } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { Part } from '../../components/boundary.tsx';
import { BagIcon, CheckIcon, ClockIcon, CloseIcon, QuestionIcon, StopIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import { DetailLines } from '../detail/detail-lines.tsx';
import { DetailReasons } from '../detail/detail-state.tsx';
import type { HandOverControl } from '../detail/use-hand-over.ts';
import { useOrderDetail } from '../detail/use-order-detail.ts';
import { OrderCode } from '../list/order-code.tsx';
import { collectText, hasLeft } from '../list/row-model.ts';
import { WaitingTime } from '../list/waiting-time.tsx';
import type { CodeCheck } from './code-check.ts';
import styles from './code-verdict.module.css';
import type { Asking } from './use-code-check.ts';
import { VerdictAction } from './verdict-action.tsx';
import { VerdictFacts } from './verdict-facts.tsx';
import { VerdictNames } from './verdict-names.tsx';

export type VerdictProps = {
  readonly check: CodeCheck;
  readonly asking: Asking | null;
  /** True for the whole panel; false for a strip above the list. */
  readonly isWhole: boolean;
  /** How many orders the list shows besides those of the verdict. */
  readonly otherHits: number;
  /** The order that Enter opened: its detail is one line here. */
  readonly openId: string | null;
  /** True when a key opened it: its heading then takes the focus. */
  readonly takesFocus: boolean;
  readonly alert: Alert | null;
  readonly handOver: HandOverControl;
  readonly onSeen: (alertIds: readonly string[]) => void;
  readonly onPick: (orderId: string) => void;
  readonly onShow: (orderId: string) => void;
  readonly onList: () => void;
  readonly onBack: () => void;
};

/** Shows whether this bag may go to this rider, large enough to read from the rider's side of the counter. */
export function CodeVerdict(props: VerdictProps): JSX.Element {
  const { check, asking, isWhole, otherHits, handOver, onPick } = props;
  const { texts, moneyLocale } = useShop();
  const order = 'order' in check ? check.order : null;
  const section = useRef<HTMLElement>(null);
  const pick = (id: string): void => {
    // The button that had the focus goes.
    section.current?.focus();
    onPick(id);
  };
  // Another answer is read from its top.
  useEffect(() => {
    if (section.current !== null) section.current.scrollTop = 0;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [check.verdict, order?.id]);
  // The payment may still be due after the bag was handed over.
  const collect = order === null ? null : collectText({ ...order, handedOverAt: null }, texts, moneyLocale);
  const isCalm = check.verdict === 'cancelled' && hasLeft(check.order, null);
  return (
    <section
      ref={section}
      className={styles['verdict']}
      tabIndex={-1}
      data-verdict={check.verdict}
      data-whole={isWhole ? 'true' : undefined}
      data-calm={isCalm ? 'true' : undefined}
      aria-label={texts.orders.check.label}
    >
      <div className={styles['answer']}>
        {/* Read once for each verdict: what is added to it later, as PedidosYa's answer, is read alone. */}
        <div className={styles['said']} role="status" aria-atomic="false">
          <Fragment key={`${check.verdict} ${'order' in check ? check.order.id : check.code}`}>
            <p className={styles['word']}>
              <Mark verdict={check.verdict} />
              {isCalm ? texts.orders.cancelledAfter : texts.orders.check[check.verdict]}
            </p>
            <OrderCode code={'order' in check ? check.order.code : check.code} />
            <VerdictFacts check={check} asking={asking} hasOthers={!isWhole && otherHits > 0} />
            {collect !== null && check.verdict !== 'gone' && <p className={styles['collect']}>{collect}</p>}
          </Fragment>
        </div>
        {isWhole && order !== null && (
          <p className={styles['age']}>
            <WaitingTime at={order.at} isWaiting={false} />
          </p>
        )}
        <VerdictAction check={check} alert={props.alert} handOver={handOver} onSeen={props.onSeen} />
      </div>
      {isWhole && (
        <div className={styles['rest']}>
          {check.verdict === 'several' && <VerdictNames orders={check.orders} onPick={pick} />}
          {order !== null && (
            <Part where="verdict, bag" of={order.id} fallback={null}>
              <VerdictBag order={order} />
            </Part>
          )}
          <Foot {...props} order={order} />
        </div>
      )}
    </section>
  );
}

/** The ways out of the verdict: the order's detail, other orders that were found, the list. */
function Foot(props: VerdictProps & { readonly order: OrderSummary | null }): JSX.Element {
  const { order, openId, takesFocus, alert, otherHits, onShow, onList, onBack } = props;
  const { texts } = useShop();
  const { back, otherHits: others, wholeOrder } = texts.orders.check;
  const show = order !== null && (
    <button type="button" className={styles['way']} onClick={() => onShow(order.id)}>
      {wholeOrder}
    </button>
  );
  return (
    <div className={styles['ways']}>
      {order !== null && order.id === openId ? (
        <OpenOrder order={order} alert={alert} takesFocus={takesFocus}>
          {show}
        </OpenOrder>
      ) : (
        show
      )}
      {otherHits > 0 && (
        <button type="button" className={styles['way']} onClick={onList}>
          {others(otherHits)}
        </button>
      )}
      <button type="button" className={styles['way']} aria-keyshortcuts="Escape" onClick={onBack}>
        {back}
      </button>
    </div>
  );
}

/** The detail of the order that Enter opened, in short: the verdict shows the rest. */
function OpenOrder(props: {
  readonly order: OrderSummary;
  readonly alert: Alert | null;
  readonly takesFocus: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  const { order, alert, takesFocus, children } = props;
  const { texts } = useShop();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <aside className={styles['open']} data-detail="true" aria-labelledby="order-detail-title">
      <h2
        ref={heading}
        id="order-detail-title"
        tabIndex={-1}
        aria-label={texts.orderDetail.title(order.code)}
      >
        {order.code}
      </h2>
      <DetailReasons summary={order} alert={alert} cancellation={order.cancellation} />
      {children}
    </aside>
  );
}

function Mark({ verdict }: Pick<CodeCheck, 'verdict'>): JSX.Element {
  switch (verdict) {
    case 'give':
    case 'handed-over':
      return <CheckIcon />;
    case 'cancelled':
      return <StopIcon />;
    case 'gone':
      return <BagIcon />;
    case 'not-ready':
      return <ClockIcon />;
    case 'several':
      return <QuestionIcon />;
    case 'none':
      return <CloseIcon />;
    default:
      return verdict satisfies never;
  }
}

/** What is in the bag, to compare with it; nothing until it has been read. */
function VerdictBag({ order }: { readonly order: OrderSummary }): JSX.Element | null {
  const { texts } = useShop();
  const { state } = useOrderDetail(order.id, order);
  if (state.phase !== 'ready') return null;
  const { lines, moreLines = 0, currency, comment } = state.detail.order;
  if (lines.length + moreLines === 0) return null;
  return (
    <div className={styles['bag']}>
      <h2 className={styles['title']}>{texts.orders.check.bag}</h2>
      {comment !== null && comment !== '' && <p className={styles['comment']}>{comment}</p>}
      <DetailLines lines={lines} moreLines={moreLines} currency={currency} />
    </div>
  );
}
