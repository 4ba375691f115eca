import type { JSX } from 'react';
import type { DayHour } from '../../shared/orders/day.ts';
import { useShop } from '../shop-context.ts';
import { TableRoom } from '../components/table-room.tsx';
import styles from './day-hours.module.css';
import { durationText } from './day-text.ts';

const SLOT = 36;
const BAR = 13;
const HEIGHT = 160;
const LABELS = 24;
/** day-hours.module.css lets it be no higher. */
const CHART_REM = 18;

/** How many orders became ready and left in each hour: as a picture, and as a table that says the same. */
export function DayHours({ hours }: { readonly hours: readonly DayHour[] }): JSX.Element | null {
  const { day } = useShop().texts;
  const shown = busyHours(hours);
  const busiest = shown.toSorted((a, b) => b.ready + b.left - a.ready - a.left)[0];
  if (busiest === undefined) return null;
  const label = ({ hour, isRepeated }: DayHour): string => day.hourLabel(hour, isRepeated);
  const highest = Math.max(...shown.map(({ ready, left }) => Math.max(ready, left)));
  const width = shown.length * SLOT;
  const bar = (count: number, x: number, kind: string): JSX.Element => {
    const height = (count / highest) * (HEIGHT - 16);
    return <rect className={styles[kind]} x={x} y={HEIGHT - height} width={BAR} height={height} rx="2" />;
  };
  return (
    <section className={styles['hours']} aria-labelledby="day-hours">
      <h2 id="day-hours" className={styles['title']}>
        {day.hours}
      </h2>
      <p className={styles['key']} aria-hidden="true">
        <span data-kind="ready">{day.ready}</span>
        <span data-kind="left">{day.left}</span>
      </p>
      <div className={styles['both']}>
        <svg
          className={styles['chart']}
          style={{ inlineSize: `${String((width * CHART_REM) / (HEIGHT + LABELS))}rem` }}
          role="img"
          preserveAspectRatio="xMinYMax"
          aria-label={day.hoursChart(label(busiest))}
          viewBox={`0 0 ${String(width)} ${String(HEIGHT + LABELS)}`}
        >
          {shown.map((hour, index) => (
            <g key={label(hour)}>
              {bar(hour.ready, index * SLOT + 4, 'ready')}
              {bar(hour.left, index * SLOT + 5 + BAR, 'left')}
              <text className={styles['label']} x={index * SLOT + SLOT / 2} y={HEIGHT + 17}>
                {hour.hour}
              </text>
            </g>
          ))}
          <line className={styles['axis']} x1="0" x2={width} y1={HEIGHT} y2={HEIGHT} />
        </svg>
        <TableRoom>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{day.hour}</th>
                <th scope="col">{day.ready}</th>
                <th scope="col">{day.left}</th>
                <th scope="col">{day.medianWait}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((hour) => (
                <tr key={label(hour)}>
                  <th scope="row">{label(hour)}</th>
                  <td>{hour.ready}</td>
                  <td>{hour.left}</td>
                  <td>{hour.medianWaitMs === null ? '–' : durationText(hour.medianWaitMs, day)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRoom>
      </div>
    </section>
  );
}

/** From the first hour in which something happened to the last. */
function busyHours(hours: readonly DayHour[]): readonly DayHour[] {
  const isBusy = ({ ready, left }: DayHour): boolean => ready + left > 0;
  const first = hours.findIndex(isBusy);
  return first < 0 ? [] : hours.slice(first, hours.findLastIndex(isBusy) + 1);
}
