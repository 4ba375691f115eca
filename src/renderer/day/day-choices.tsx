import type { JSX } from 'react';
import type { DayChoice, DayReport } from '../../shared/orders/day.ts';
import { useShop } from '../shop-context.ts';
import styles from './day-choices.module.css';

/** The days to show: today, yesterday, or from one day to another. */
export function DayChoices(props: {
  readonly choice: DayChoice;
  readonly report: DayReport | null;
  readonly onChoose: (choice: DayChoice) => void;
}): JSX.Element {
  const { choice, report, onChoose } = props;
  const { day } = useShop().texts;
  const choose = (kind: DayChoice['kind']): void => {
    if (kind !== 'range') onChoose({ kind });
    else if (report !== null) onChoose({ kind, ...report.range });
  };
  return (
    <div className={styles['choices']} role="group" aria-label={day.choose}>
      {(['today', 'yesterday', 'range'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles['choice']}
          aria-pressed={choice.kind === kind}
          onClick={() => choose(kind)}
        >
          {day[kind]}
        </button>
      ))}
      {choice.kind === 'range' && report !== null && (
        <>
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className={styles['date']}>
              {day[end]}
              <input
                type="date"
                value={choice[end]}
                min={report.firstDay}
                max={report.today}
                onChange={({ target }) => {
                  if (target.value !== '') onChoose({ ...choice, [end]: target.value });
                }}
              />
            </label>
          ))}
        </>
      )}
    </div>
  );
}
