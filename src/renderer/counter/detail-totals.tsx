import type { JSX } from 'react';
import { formatMoney, type CurrencyCode } from '../../shared/money.ts';
import { toCollect, type OrderTotals } from '../../shared/order.ts';
import { useShop } from '../shop-context.ts';
import { isSumDifferent } from './detail-model.ts';
import styles from './order-detail.module.css';

/** The money of an order, in the shop's currency. */
export function DetailTotals(props: {
  readonly totals: OrderTotals;
  readonly currency: CurrencyCode;
  /** Its bag is not handed over, so nothing is collected. */
  readonly isCancelled: boolean;
}): JSX.Element {
  const { totals, currency, isCancelled } = props;
  const { texts, moneyLocale } = useShop();
  const money = (minor: number): string => formatMoney(minor, currency, moneyLocale);
  const rows: readonly (readonly [string, number | null])[] = [
    [texts.orderDetail.goods, totals.goodsMinor],
    [texts.orderDetail.picked, isSumDifferent(totals) ? totals.pickedMinor : null],
    [texts.orderDetail.deliveryFee, nonZero(totals.deliveryFeeMinor)],
    [texts.orderDetail.serviceFee, nonZero(totals.serviceFeeMinor)],
    [texts.orderDetail.discount, totals.discountMinor === null ? null : nonZero(-totals.discountMinor)],
  ];
  const collect = isCancelled ? null : toCollect(totals.collectAtPickupMinor);
  return (
    <>
      <dl className={styles['facts']}>
        {rows.map(([name, minor]) =>
          minor === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{money(minor)}</dd>
            </div>
          ),
        )}
        {totals.totalMinor !== null && (
          <div className={styles['total']}>
            <dt>{texts.orderDetail.total}</dt>
            <dd>{money(totals.totalMinor)}</dd>
          </div>
        )}
        {totals.paymentType !== null && (
          <div>
            <dt>{texts.orderDetail.payment}</dt>
            <dd>{totals.paymentType === 'PAID' ? texts.orderDetail.paid : totals.paymentType}</dd>
          </div>
        )}
      </dl>
      {collect !== null && <p className={styles['collect']}>{texts.orders.collect(money(collect))}</p>}
    </>
  );
}

function nonZero(minor: number | null): number | null {
  return minor === null || minor === 0 ? null : minor;
}
