import type { ComponentProps, JSX } from 'react';
import { TextField } from '../../components/field.tsx';
import { useShop } from '../../shop-context.ts';
import type { FieldName, Fields } from './fields.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** The fields that hold what somebody types. */
type TypedName = {
  [N in FieldName]: string extends Fields[N] ? N : never;
}[FieldName];

/** A field of the form that is typed, with what is wrong with it. */
export function TypedField({
  form,
  name,
  ...more
}: Omit<ComponentProps<typeof TextField>, 'value' | 'problem' | 'onValue'> & {
  readonly form: SettingsForm;
  readonly name: TypedName;
}): JSX.Element {
  const { texts } = useShop();
  const problem = form.problems[name];
  return (
    <TextField
      {...more}
      value={form.fields[name]}
      problem={problem === undefined ? undefined : texts.settings.problems[problem]}
      onValue={(value) => form.edit(name, value)}
    />
  );
}
