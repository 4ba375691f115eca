import type { JSX } from 'react';
import { formatMoney, type CurrencyCode } from '../../../shared/orders/money.ts';
import { collectAsSent, toCollect, type OrderTotals, type TotalName } from '../../../shared/orders/order.ts';
import { useShop } from '../../shop-context.ts';
import { isSumDifferent } from '../../../shared/orders/order-lines.ts';
import styles from './order-detail.module.css';

/** The money of an order, in the shop's currency. */
export function DetailTotals(props: {
  readonly totals: OrderTotals;
  readonly currency: CurrencyCode;
  /** A cancelled order: nobody hands over its bag, so there is nothing to collect. */
  readonly isCancelled: boolean;
}): JSX.Element {
  const { totals, currency, isCancelled } = props;
  const { texts, moneyLocale } = useShop();
  // An amount that could not be parsed is shown as the platform sent it.
  const money = (minor: number | null, name?: TotalName): string | null =>
    minor === null ? ((name && totals.texts?.[name]) ?? null) : formatMoney(minor, currency, moneyLocale);
  const discount = totals.discountMinor === null ? null : nonZero(-totals.discountMinor);
  const rows: readonly (readonly [string, string | null])[] = [
    [texts.orderDetail.goods, money(totals.goodsMinor, 'goods')],
    [texts.orderDetail.picked, isSumDifferent(totals) ? money(totals.pickedMinor) : null],
    [texts.orderDetail.deliveryFee, money(nonZero(totals.deliveryFeeMinor), 'deliveryFee')],
    [texts.orderDetail.serviceFee, money(nonZero(totals.serviceFeeMinor), 'serviceFee')],
    [texts.orderDetail.discount, money(discount, 'discount')],
  ];
  const total = money(totals.totalMinor, 'total');
  const collect = isCancelled
    ? null
    : (money(toCollect(totals.collectAtPickupMinor)) ?? collectAsSent(totals));
  return (
    <>
      <dl className={styles['facts']}>
        {rows.map(([name, amount]) =>
          amount === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{amount}</dd>
            </div>
          ),
        )}
        {total !== null && (
          <div className={styles['total']}>
            <dt>{texts.orderDetail.total}</dt>
            <dd>{total}</dd>
          </div>
        )}
        {totals.paymentType !== null && (
          <div>
            <dt>{texts.orderDetail.payment}</dt>
            <dd>{texts.orderDetail.paymentOf(totals.paymentType)}</dd>
          </div>
        )}
      </dl>
      {collect !== null && <p className={styles['collect']}>{texts.orders.collect(collect)}</p>}
    </>
  );
}

function nonZero(minor: number | null): number | null {
  return minor === null || minor === 0 ? null : minor;
}
