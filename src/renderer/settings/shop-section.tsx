import { useMemo, type JSX } from 'react';
import { isCountryCode } from '../../shared/money.ts';
import { TextField } from '../components/field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { useShop } from '../shop-context.ts';
import { computerTimeZone, countryOptions, timeZoneName, timeZoneOptions } from './countries.ts';
import { Section } from './section.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** Which shop this is. */
export function ShopSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, language } = useShop();
  const { settings } = texts;
  const { fields, problems, edit } = form;
  const problem = (name: 'name' | 'chainId' | 'vendorId' | 'timeZone'): string | undefined => {
    const found = problems[name];
    return found === undefined ? undefined : settings.problems[found];
  };
  const countries = useMemo(() => countryOptions(language), [language]);
  const zones = useMemo(
    () => timeZoneOptions(fields.country, fields.timeZone),
    [fields.country, fields.timeZone],
  );
  return (
    <Section title={settings.shop}>
      <TextField
        label={settings.name}
        hint={settings.nameHint}
        value={fields.name}
        problem={problem('name')}
        onValue={(value) => edit('name', value)}
      />
      <TextField
        label={settings.chainId}
        hint={settings.chainIdHint}
        value={fields.chainId}
        problem={problem('chainId')}
        onValue={(value) => edit('chainId', value)}
      />
      <TextField
        label={settings.vendorId}
        hint={settings.vendorIdHint}
        value={fields.vendorId}
        problem={problem('vendorId')}
        onValue={(value) => edit('vendorId', value)}
      />
      <SelectField
        label={settings.country}
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
        value={fields.timeZone}
        problem={problem('timeZone')}
        onValue={(value) => edit('timeZone', value)}
      >
        <option value="">{settings.timeZoneComputer(timeZoneName(computerTimeZone()))}</option>
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
    </Section>
  );
}
