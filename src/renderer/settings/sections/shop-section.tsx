import type { JSX } from 'react';
import { TextField } from '../../components/field.tsx';
import { useShop } from '../../shop-context.ts';
import { PlaceFields } from '../form/place-fields.tsx';
import { shownProblems } from '../form/validate.ts';
import { Section } from './section.tsx';
import { usePartHealth } from './use-part-health.ts';
import type { SettingsForm } from '../form/use-settings-form.ts';

/** The shop's name, ids and place. */
export function ShopSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const { settings } = texts;
  const { fields, edit } = form;
  const problems = shownProblems(form, usePartHealth('partner')?.code ?? null);
  const problem = (name: 'name' | 'chainId' | 'vendorId'): string | undefined => {
    const found = problems[name];
    return found === undefined ? undefined : settings.problems[found];
  };
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
      <PlaceFields form={form} hasReset />
    </Section>
  );
}
