import { useState, type JSX } from 'react';
import type { Weekday } from '../../../shared/opening-hours.ts';
import fieldStyles from '../../components/field.module.css';
import { useShop } from '../../shop-context.ts';
import { INITIAL_FIELDS } from './fields.ts';
import { dayParts, joinDay, parseClockText, type DayParts } from './hours-fields.ts';
import styles from '../sections/hours-section.module.css';
import type { SettingsForm } from './use-settings-form.ts';

const USUAL: DayParts = { from: '09:00', to: '22:00' };

/** One day of the week: closed, or open between two times. */
export function DayRow({ day, form }: { readonly day: Weekday; readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const words = texts.preferences;
  const name = words.weekdays[day];
  const parts = dayParts(form.fields[day]);
  // A day that is closed and opened again in the form keeps its times.
  const [last, setLast] = useState<DayParts>(parts ?? dayParts(INITIAL_FIELDS[day]) ?? USUAL);
  const problem = form.problems[day];
  const change = (next: DayParts): void => {
    setLast(next);
    form.edit(day, joinDay(next));
  };
  return (
    <div className={styles['day']} role="group" aria-label={name} data-field>
      <label className={fieldStyles['check']}>
        <input
          type="checkbox"
          checked={parts !== null}
          onChange={(event) => form.edit(day, event.target.checked ? joinDay(last) : '')}
        />
        {name}
      </label>
      {parts === null ? (
        <span className={styles['closed']}>{words.closed}</span>
      ) : (
        <span className={styles['times']}>
          {words.from}
          <TimeInput
            label={words.dayFrom(name)}
            value={parts.from}
            isWrong={problem !== undefined}
            onValue={(from) => change({ ...parts, from })}
          />
          {words.to}
          <TimeInput
            label={words.dayTo(name)}
            value={parts.to}
            isWrong={problem !== undefined}
            onValue={(to) => change({ ...parts, to })}
          />
          {endsNextDay(parts) && words.nextDay}
        </span>
      )}
      {problem !== undefined && (
        <p className={`${fieldStyles['problem']} ${styles['wide']}`}>{texts.settings.problems[problem]}</p>
      )}
    </div>
  );
}

function TimeInput(props: {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onValue: (value: string) => void;
}): JSX.Element {
  const { label, value, isWrong, onValue } = props;
  return (
    <input
      className={`${fieldStyles['input']} ${styles['time']}`}
      type="text"
      inputMode="decimal"
      maxLength={5}
      autoComplete="off"
      aria-label={label}
      aria-invalid={isWrong && parseClockText(value) === null}
      value={value}
      onChange={(event) => onValue(event.target.value.replaceAll('-', ''))}
    />
  );
}

function endsNextDay({ from, to }: DayParts): boolean {
  const [fromMinute, toMinute] = [parseClockText(from), parseClockText(to)];
  return fromMinute !== null && toMinute !== null && toMinute <= fromMinute;
}
