import type { JSX, ReactNode } from 'react';
import type { DayReport, Durations } from '../../shared/orders/day.ts';
import { useShop } from '../shop-context.ts';
import styles from './day-figures.module.css';
import { durationText } from './day-text.ts';

/** The figures of the report, each with what it counts. */
export function DayFigures({ report }: { readonly report: DayReport }): JSX.Element {
  const { day } = useShop().texts;
  const { cancelledBefore, cancelledAfter } = report;
  return (
    <dl className={styles['figures']}>
      <Figure name={day.ready} value={report.ready} />
      <Figure name={day.left} value={report.left} hint={day.leftHint} />
      <Figure
        name={day.cancelled}
        value={cancelledBefore + cancelledAfter}
        hint={day.cancelledSplit(cancelledBefore, cancelledAfter)}
        tone={cancelledBefore + cancelledAfter > 0 ? 'stop' : undefined}
      />
      <Figure name={day.stillWaiting} value={report.stillWaiting} hint={day.stillWaitingHint} />
      <TimeFigure name={day.waiting} times={report.waiting} hint={day.waitingHint} />
      <TimeFigure name={day.seen} times={report.seen} hint={day.seenHint(report.closedUnseen)} />
    </dl>
  );
}

function TimeFigure(props: {
  readonly name: string;
  readonly times: Durations;
  readonly hint: string;
}): JSX.Element {
  const { name, times, hint } = props;
  const { day } = useShop().texts;
  const { medianMs, worstMs, worstCode } = times;
  return (
    <Figure name={name} value={durationText(medianMs, day)} hint={hint} isWide>
      {worstMs !== null && (
        <span className={styles['worst']}>
          {day.median} · {day.worst(worstCode ?? '')}: <b>{durationText(worstMs, day)}</b>
        </span>
      )}
    </Figure>
  );
}

function Figure(props: {
  readonly name: string;
  readonly value: number | string;
  readonly hint?: string;
  readonly tone?: 'stop' | undefined;
  readonly isWide?: boolean;
  readonly children?: ReactNode;
}): JSX.Element {
  const { name, value, hint, tone, isWide = false, children } = props;
  return (
    <div className={styles['figure']} data-tone={tone} data-wide={isWide ? 'true' : undefined}>
      <dt className={styles['name']}>{name}</dt>
      <dd className={styles['value']}>
        {value}
        {children}
      </dd>
      {hint !== undefined && <dd className={styles['hint']}>{hint}</dd>}
    </div>
  );
}
