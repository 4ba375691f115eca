import { useCallback, useSyncExternalStore, type JSX } from 'react';
import { isOpenAt, WEEKDAYS } from '../../../shared/settings/opening-hours.ts';
import { CheckField } from '../../components/check-field.tsx';
import { useShop } from '../../shop-context.ts';
import { DayRow } from '../form/day-row.tsx';
import { toOpeningHours } from '../form/hours-fields.ts';
import styles from './hours-section.module.css';
import { initialOf } from '../form/initial.ts';
import { Section } from './section.tsx';
import type { SettingsForm } from '../form/use-settings-form.ts';

/** When the shop is open. */
export function HoursSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const words = texts.preferences;
  const { fields, edit } = form;
  return (
    <Section title={words.hours}>
      <CheckField
        label={words.hoursKnown}
        hint={words.hoursHint}
        checked={fields.hours}
        onChecked={(checked) => edit('hours', checked)}
        initial={initialOf(form, texts, {
          name: 'hours',
          label: words.hoursKnown,
          format: (isOn) => (isOn ? words.yes : words.no),
        })}
      />
      {fields.hours && (
        <>
          <div className={styles['days']}>
            {WEEKDAYS.map((day) => (
              <DayRow key={day} day={day} form={form} />
            ))}
          </div>
          <OpenNow form={form} />
        </>
      )}
    </Section>
  );
}

/** Says whether the shop would be open now with the hours in the form, so that people see a mistake before they save. */
function OpenNow({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, view, times, clock } = useShop();
  const { fields } = form;
  const isOpen = useSyncExternalStore(
    clock.subscribe,
    useCallback(() => {
      const { weekday, minuteOfDay } = times.weekMoment(clock.now());
      return isOpenAt(
        toOpeningHours(fields, view.settings.hours, (base) => base),
        weekday,
        minuteOfDay,
      );
    }, [fields, view, times, clock]),
  );
  return (
    <p className={styles['now']} role="status">
      {isOpen ? texts.preferences.openNow : texts.preferences.closedNow}
    </p>
  );
}
