import type { Texts } from '../../../shared/texts/texts.ts';
import type { InitialValue } from '../../components/field.tsx';
import { INITIAL_FIELDS, type FieldName, type Fields } from './fields.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** Returns a field's initial value and the action that restores it. `format` returns the value as text for people. */
export function initialOf<F extends FieldName>(
  form: SettingsForm,
  { preferences }: Texts,
  field: { readonly name: F; readonly label: string; readonly format?: (value: Fields[F]) => string },
): InitialValue {
  const { name, label, format = String } = field;
  const value = INITIAL_FIELDS[name];
  const reset = {
    text: preferences.reset,
    label: preferences.resetField(label),
    run: () => form.edit(name, value),
  };
  return { text: preferences.initial(format(value)), reset: form.fields[name] === value ? null : reset };
}
