import type { JSX } from 'react';
import type { DayReport } from '../../shared/orders/day.ts';
import { useShop } from '../shop-context.ts';
import styles from './day-outages.module.css';

/** The outages and what they hid, and the orders of which no webhook came. */
export function DayOutages({ report }: { readonly report: DayReport }): JSX.Element {
  const { texts, times, clock } = useShop();
  const { day } = texts;
  const { outages, foundByAsking } = report;
  const more = foundByAsking.count - foundByAsking.codes.length;
  const at = (iso: string): string => times.clockOrDay(iso, clock.now());
  return (
    <div className={styles['both']}>
      <section aria-labelledby="day-outages">
        <h2 id="day-outages" className={styles['title']}>
          {day.outages}
        </h2>
        {outages.length === 0 && <p>{day.noOutages}</p>}
        <ul>
          {outages.map(({ kind, from, to, hidReady, hidCancelled }) => (
            <li key={`${kind} ${from}`} className={styles['outage']}>
              <b>{day.outageTime(at(from), to === null ? null : at(to))}</b> · {day.outageKinds[kind]}
              <br />
              <span className={styles['hid']} data-tone={hidReady + hidCancelled > 0 ? 'warn' : undefined}>
                {day.hid(hidReady, hidCancelled)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="day-asked">
        <h2 id="day-asked" className={styles['title']}>
          {day.asked}: {foundByAsking.count}
        </h2>
        <p className={styles['hid']}>{foundByAsking.count === 0 ? day.askedNone : day.askedHint}</p>
        <p className={styles['codes']}>
          {foundByAsking.codes.join(' · ')} {more > 0 && day.more(more)}
        </p>
      </section>
    </div>
  );
}
