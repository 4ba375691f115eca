import { useState, type JSX } from 'react';
import { formatMoney, type CurrencyCode } from '../../../shared/orders/money.ts';
import type { LineAmount, OrderLine } from '../../../shared/orders/order.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { Button } from '../../components/button.tsx';
import { useShop } from '../../shop-context.ts';
import { isAmountChanged, toDetailEntries } from '../../../shared/orders/order-lines.ts';
import styles from './detail-lines.module.css';

/** A longer list helps nobody, and 100,000 lines would freeze the page. */
const SHOWN_LINES = 100;

/** Lists what is in the bag, and what the customer ordered where that differs. */
export function DetailLines(props: {
  readonly lines: readonly OrderLine[];
  /** The number of lines that the app did not store. */
  readonly moreLines: number;
  readonly currency: CurrencyCode;
}): JSX.Element {
  const { lines, moreLines, currency } = props;
  const { texts, moneyLocale } = useShop();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, SHOWN_LINES);
  const hidden = lines.length - shown.length;
  const more = texts.orderDetail.moreLines(new Intl.NumberFormat(moneyLocale).format(hidden + moreLines));
  return (
    <ul className={styles['lines']}>
      {toDetailEntries(shown).map(({ line, instead }) => (
        <li key={line.id} className={styles['entry']} data-pair={instead.length > 0 ? 'true' : undefined}>
          <Line line={line} currency={currency} />
          {instead.map((addition) => (
            <Line key={addition.id} line={addition} currency={currency} />
          ))}
        </li>
      ))}
      {hidden > 0 ? (
        <li className={styles['more']}>
          <Button onClick={() => setWhole(true)}>{more}</Button>
        </li>
      ) : (
        moreLines > 0 && <li className={styles['more']}>{more}</li>
      )}
    </ul>
  );
}

function Line({
  line,
  currency,
}: {
  readonly line: OrderLine;
  readonly currency: CurrencyCode;
}): JSX.Element {
  const { texts, moneyLocale } = useShop();
  const isGone = line.status === 'NOT_FOUND' || line.status === 'REPLACED';
  const shown = isGone ? line.ordered : (line.picked ?? line.ordered);
  const total = isGone ? null : (shown?.totalMinor ?? null);
  const pieces = shown?.pieces ?? null;
  const Name = isGone ? 'del' : 'span';
  return (
    <div className={styles['line']} data-status={line.status}>
      <span className={styles['amount']} data-sent={shown?.amount === null ? 'true' : undefined}>
        {shown === null ? '' : amountText(shown, texts, moneyLocale)}
        {pieces !== null && <small>{texts.orderDetail.pieces(pieces)}</small>}
      </span>
      <div className={styles['what']}>
        <Name className={styles['name']}>{line.name}</Name>
        {line.status !== 'IN_CART' && (
          <strong className={styles['status']}>{texts.orderDetail.lineStatus[line.status]}</strong>
        )}
        {!isGone && isAmountChanged(line.ordered, line.picked) && line.ordered !== null && (
          <strong className={styles['status']}>
            {texts.orderDetail.asked(amountText(line.ordered, texts, moneyLocale))}
          </strong>
        )}
        {line.instructions !== null && line.instructions !== '' && (
          <span className={styles['soft']}>{line.instructions}</span>
        )}
      </div>
      <span className={styles['money']}>
        {total === null
          ? isGone
            ? ''
            : (shown?.totalText ?? '')
          : formatMoney(total, currency, moneyLocale)}
      </span>
    </div>
  );
}

function amountText({ unit, amount, amountText: sent }: LineAmount, texts: Texts, locale: string): string {
  if (amount === null) return sent ?? '';
  if (unit === 'UNIT') return texts.orderDetail.units(new Intl.NumberFormat(locale).format(amount));
  const kilograms = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return texts.orderDetail.kilograms(kilograms.format(amount));
}
