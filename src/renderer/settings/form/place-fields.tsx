import { useMemo, type JSX } from 'react';
import { isCountryCode } from '../../../shared/orders/money.ts';
import { SelectField } from '../../components/select-field.tsx';
import { useShop } from '../../shop-context.ts';
import { computerTimeZone, countryOptions, timeZoneName, timeZoneOptions } from './countries.ts';
import { initialOf } from './initial.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** The shop's country and time zone. */
export function PlaceFields(props: {
  readonly form: SettingsForm;
  /** True to show the initial time zone and a button that restores it. */
  readonly hasReset?: boolean;
}): JSX.Element {
  const { form, hasReset = false } = props;
  const { texts, language } = useShop();
  const { settings } = texts;
  const { fields, problems, edit } = form;
  const countries = useMemo(() => countryOptions(language), [language]);
  const zones = useMemo(
    () => timeZoneOptions(fields.country, fields.timeZone),
    [fields.country, fields.timeZone],
  );
  const initialZone = initialOf(form, texts, {
    name: 'timeZone',
    label: settings.timeZone,
    format: () => settings.timeZoneComputer(timeZoneName(computerTimeZone(fields.country))),
  });
  return (
    <>
      <SelectField
        label={settings.country}
        hint={texts.preferences.countryHint}
        value={fields.country}
        onValue={(value) => {
          if (isCountryCode(value)) edit('country', value);
        }}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={settings.timeZone}
        hint={texts.preferences.timeZoneHint}
        initial={hasReset ? initialZone : undefined}
        value={fields.timeZone}
        problem={problems.timeZone === undefined ? undefined : settings.problems[problems.timeZone]}
        onValue={(value) => edit('timeZone', value)}
      >
        <option value="">{settings.timeZoneComputer(timeZoneName(computerTimeZone(fields.country)))}</option>
        <optgroup label={settings.timeZoneCountry}>
          {zones.country.map((zone) => (
            <option key={zone} value={zone}>
              {timeZoneName(zone)}
            </option>
          ))}
        </optgroup>
        <optgroup label={settings.timeZoneOthers}>
          {zones.others.map((zone) => (
            <option key={zone} value={zone}>
              {timeZoneName(zone)}
            </option>
          ))}
        </optgroup>
      </SelectField>
    </>
  );
}
