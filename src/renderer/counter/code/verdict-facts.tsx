import { Fragment, type JSX } from 'react';
import { formatMoney } from '../../../shared/orders/money.ts';
import { useShop } from '../../shop-context.ts';
import { reasonText, statusText } from '../list/row-model.ts';
import { isDoubtful, type CodeCheck } from './code-check.ts';
import styles from './code-verdict.module.css';
import type { Asking } from './use-code-check.ts';

/** Says whose bag it is and what is in it, or why it must not leave. */
export function VerdictFacts(props: {
  readonly check: CodeCheck;
  readonly asking: Asking | null;
  /** True when the list below shows other orders. */
  readonly hasOthers: boolean;
}): JSX.Element {
  const { check, asking, hasOthers } = props;
  const { texts, times, clock, moneyLocale } = useShop();
  const words = texts.orders.check;
  const when = (iso: string): string => times.clockOrDay(iso, clock.now());
  const timeOf = (iso: string | undefined): string | null => (iso === undefined ? null : when(iso));
  const asked = isDoubtful(check) && asking !== null ? words[asking] : null;
  if (check.verdict === 'several')
    return <p className={styles['why']}>{words.compare(check.orders.length)}</p>;
  if (check.verdict === 'none') {
    const { older } = check;
    const name = older?.customerFirstName ?? texts.orders.noName;
    const why =
      older === null
        ? texts.orders.empty.all.body
        : words.older(older.code, when(older.at), statusText(older, null, texts), name);
    const sentences = [why, asked, hasOthers && older === null ? words.others : null];
    return <p className={styles['why']}>{sentences.filter((each) => each !== null).join(' ')}</p>;
  }
  const { order, verdict, isOld } = check;
  const name = order.customerFirstName ?? texts.orders.noName;
  const lines = texts.orders.lines(order.lineCount);
  const total = order.totalMinor === null ? null : formatMoney(order.totalMinor, order.currency, moneyLocale);
  const state = statusText(order, null, texts);
  const left =
    order.handedOverAt === null
      ? [state, timeOf(order.leftAt)]
      : [words.handedOverAt(when(order.handedOverAt))];
  const parts = {
    give: [isOld ? words.readySince(when(order.at)) : null, name, lines, total],
    'handed-over': [order.handedOverAt === null ? null : when(order.handedOverAt), name, lines],
    cancelled: [name, reasonText(order, texts), timeOf(order.cancelledAt)],
    gone: [...left, name],
    'not-ready': [state, name],
  }[verdict];
  const facts = [...parts, asked].filter((part) => part !== null);
  return (
    <p className={styles['facts']}>
      {facts.map((fact, index) => (
        <Fragment key={fact}>
          {index > 0 && <span className={styles['between']}> · </span>}
          <bdi className={fact === name ? styles['name'] : styles['fact']}>{fact}</bdi>
        </Fragment>
      ))}
    </p>
  );
}
