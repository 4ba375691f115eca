import type { JSX } from 'react';
import { TONE_IDS } from '../../../shared/settings/alert-settings.ts';
import type { ToneKind } from '../../../shared/orders/alert.ts';
import { Button } from '../../components/button.tsx';
import { PlayIcon } from '../../components/icons.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useShop } from '../../shop-context.ts';
import { TONE_FIELDS } from './alert-fields.ts';
import { initialOf } from './initial.ts';
import type { Preview } from './use-preview.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** The tone of one kind of alert, with a button to hear it. */
export function ToneField(props: {
  readonly kind: ToneKind;
  readonly form: SettingsForm;
  readonly preview: Preview;
}): JSX.Element {
  const { kind, form, preview } = props;
  const { texts } = useShop();
  const words = texts.preferences;
  const { label, hint } = words.toneOf[kind];
  const name = TONE_FIELDS[kind];
  const { fields } = form;
  return (
    <SelectField
      label={label}
      hint={hint}
      value={fields[name]}
      onValue={(value) => {
        const tone = TONE_IDS.find((known) => known === value);
        if (tone !== undefined) form.edit(name, tone);
      }}
      initial={initialOf(form, texts, { name, label, format: (tone) => words.tones[tone] })}
      action={
        <Button
          icon={<PlayIcon />}
          label={words.listenTo(label)}
          aria-disabled={preview.isBusy}
          onClick={() => preview.play(fields[name], fields.volume)}
        >
          {words.listen}
        </Button>
      }
    >
      {TONE_IDS.map((tone) => (
        <option key={tone} value={tone}>
          {words.tones[tone]}
        </option>
      ))}
    </SelectField>
  );
}
