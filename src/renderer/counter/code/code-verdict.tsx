import type { JSX } from 'react';
import { formatMoney } from '../../../shared/money.ts';
import type { OrderSummary } from '../../../shared/order.ts';
import { Button } from '../../components/button.tsx';
import { BagIcon, CheckIcon, CloseIcon, StopIcon, UndoIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import { isDoubtful, type CodeCheck } from './code-check.ts';
import styles from './code-verdict.module.css';
import { OrderCode } from '../list/order-code.tsx';
import { collectText, handOverOffer, hasLeft, reasonText, statusText } from '../list/row-model.ts';
import type { Asking } from './use-code-check.ts';

/** Shows whether this bag may go to this rider, large enough to read from the rider's side of the counter. */
export function CodeVerdict(props: {
  readonly check: CodeCheck;
  readonly asking: Asking | null;
  /** True when the list below shows other orders. */
  readonly hasOthers: boolean;
  readonly onUndo: (order: OrderSummary) => void;
}): JSX.Element {
  const { check, asking, hasOthers, onUndo } = props;
  const { texts, moneyLocale } = useShop();
  const facts = useFacts(check, asking, hasOthers);
  const order = 'order' in check ? check.order : null;
  // The payment may still be due after the bag was handed over.
  const collect = order === null ? null : collectText({ ...order, handedOverAt: null }, texts, moneyLocale);
  const isUndone = order !== null && check.verdict === 'handed-over' && handOverOffer(order) === 'take-back';
  return (
    <section className={styles['verdict']} data-verdict={check.verdict} aria-label={texts.orders.check.label}>
      <span className={styles['mark']}>
        <Mark verdict={check.verdict} />
      </span>
      <div className={styles['answer']} role="status">
        <p className={styles['word']}>{texts.orders.check[check.verdict]}</p>
        <OrderCode code={'order' in check ? check.order.code : check.code} />
        <p className={styles['facts']}>{facts}</p>
        {collect !== null && check.verdict !== 'gone' && <p className={styles['collect']}>{collect}</p>}
      </div>
      {isUndone && (
        <Button icon={<UndoIcon />} aria-keyshortcuts="Control+Z" onClick={() => onUndo(order)}>
          {texts.orders.handOver.undo}
        </Button>
      )}
    </section>
  );
}

function Mark({ verdict }: Pick<CodeCheck, 'verdict'>): JSX.Element {
  if (verdict === 'give') return <CheckIcon />;
  if (verdict === 'handed-over') return <BagIcon />;
  return verdict === 'cancelled' ? <StopIcon /> : <CloseIcon />;
}

/** Returns whose bag it is and what is in it, or why it must not leave. */
function useFacts(check: CodeCheck, asking: Asking | null, hasOthers: boolean): string {
  const { texts, times, clock, moneyLocale } = useShop();
  const words = texts.orders.check;
  const when = (iso: string): string => times.clockOrDay(iso, clock.now());
  const asked = isDoubtful(check) && asking !== null ? words[asking] : null;
  if (check.verdict === 'none') {
    const { older } = check;
    const name = older?.customerFirstName ?? texts.orders.noName;
    const why =
      older === null
        ? texts.orders.empty.all.body
        : words.older(older.code, when(older.at), statusText(older, null, texts), name);
    return joined([why, asked, hasOthers && older === null ? words.others : null], ' ');
  }
  if (check.verdict === 'several') return words.compare(check.orders.length);
  const { order, verdict, isOld } = check;
  const name = order.customerFirstName ?? texts.orders.noName;
  const lines = texts.orders.lines(order.lineCount);
  const total = order.totalMinor === null ? null : formatMoney(order.totalMinor, order.currency, moneyLocale);
  const state = statusText(order, null, texts);
  const left = order.handedOverAt === null ? state : words.handedOverAt(when(order.handedOverAt));
  const parts = {
    give: [isOld ? words.readySince(when(order.at)) : null, name, lines, total],
    'handed-over': [order.handedOverAt === null ? null : when(order.handedOverAt), name, lines],
    cancelled: [hasLeft(order, null) ? state : null, name, reasonText(order, texts)],
    gone: [left, name],
    'not-ready': [state, name],
  }[verdict];
  return joined([...parts, asked], ' · ');
}

function joined(parts: readonly (string | null)[], between: string): string {
  return parts.filter((part) => part !== null).join(between);
}
