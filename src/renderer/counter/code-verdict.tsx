import type { JSX } from 'react';
import { formatMoney } from '../../shared/money.ts';
import { CheckIcon, CloseIcon, StopIcon } from '../components/icons.tsx';
import { useShop } from '../shop-context.ts';
import type { CodeCheck } from './code-check.ts';
import styles from './code-verdict.module.css';
import { OrderCode } from './order-code.tsx';
import { hasLeft, reasonText, statusText } from './row-model.ts';

/** May this bag go to this rider? Read from where the rider stands. */
export function CodeVerdict({ check }: { readonly check: CodeCheck }): JSX.Element {
  const { texts } = useShop();
  const facts = useFacts(check);
  const code = 'order' in check ? check.order.code : check.code;
  return (
    <section className={styles['verdict']} data-verdict={check.verdict} aria-label={texts.orders.check.label}>
      <span className={styles['mark']}>
        <Mark verdict={check.verdict} />
      </span>
      <div className={styles['answer']} role="status">
        <p className={styles['word']}>{texts.orders.check[check.verdict]}</p>
        <OrderCode code={code} />
        <p className={styles['facts']}>{facts}</p>
      </div>
    </section>
  );
}

function Mark({ verdict }: Pick<CodeCheck, 'verdict'>): JSX.Element {
  if (verdict === 'give') return <CheckIcon />;
  return verdict === 'cancelled' ? <StopIcon /> : <CloseIcon />;
}

/** Whose bag it is and what is in it, or why it does not go. */
function useFacts(check: CodeCheck): string {
  const { texts, times, clock, moneyLocale } = useShop();
  if (check.verdict === 'none') return texts.orders.empty.all.body;
  if (check.verdict === 'several') return texts.orders.check.compare(check.count);
  const { order, verdict } = check;
  const name = order.customerFirstName ?? texts.orders.noName;
  const lines = texts.orders.lines(order.lineCount);
  const total = order.totalMinor === null ? null : formatMoney(order.totalMinor, order.currency, moneyLocale);
  const state = statusText(order, null, texts);
  const since = order.handedOverAt === null ? null : times.clockOrDay(order.handedOverAt, clock.now());
  const parts = {
    give: [name, lines, total],
    cancelled: [hasLeft(order, null) ? state : null, name, reasonText(order, texts)],
    gone: [since === null ? state : texts.orders.check.handedOverAt(since), name],
    'not-ready': [state, name],
  }[verdict];
  return parts.filter((part) => part !== null).join(' · ');
}
