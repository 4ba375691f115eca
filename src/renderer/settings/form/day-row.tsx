import type { JSX } from 'react';
import type { Weekday } from '../../../shared/settings/opening-hours.ts';
import fieldStyles from '../../components/field.module.css';
import { useShop } from '../../shop-context.ts';
import { parseClockText, type DayFields } from './hours-fields.ts';
import styles from '../sections/hours-section.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** One day of the week: closed, or open between two times. */
export function DayRow({ day, form }: { readonly day: Weekday; readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const words = texts.preferences;
  const name = words.weekdays[day];
  const hours = form.fields[day];
  const problem = form.problems[day];
  const change = (changes: Partial<DayFields>): void => form.edit(day, { ...hours, ...changes });
  return (
    <div className={styles['day']} role="group" aria-label={name} data-field>
      <label className={fieldStyles['check']}>
        <input
          type="checkbox"
          checked={hours.open}
          onChange={(event) => change({ open: event.target.checked })}
        />
        {name}
      </label>
      {hours.open ? (
        <span className={styles['times']}>
          {words.from}
          <TimeInput
            label={words.dayFrom(name)}
            value={hours.from}
            isWrong={problem !== undefined}
            onValue={(from) => change({ from })}
          />
          {words.to}
          <TimeInput
            label={words.dayTo(name)}
            value={hours.to}
            isWrong={problem !== undefined}
            onValue={(to) => change({ to })}
          />
          {endsNextDay(hours) && words.nextDay}
        </span>
      ) : (
        <span className={styles['closed']}>{words.closed}</span>
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
      onChange={(event) => onValue(event.target.value)}
    />
  );
}

function endsNextDay({ from, to }: DayFields): boolean {
  const [fromMinute, toMinute] = [parseClockText(from), parseClockText(to)];
  return fromMinute !== null && toMinute !== null && toMinute <= fromMinute;
}
