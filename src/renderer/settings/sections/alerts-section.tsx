import type { JSX } from 'react';
import { TONE_KINDS } from '../../../shared/orders/alert.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { PlayIcon } from '../../components/icons.tsx';
import { RangeField } from '../../components/range-field.tsx';
import { StatusLine } from '../../components/status-line.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './section.module.css';
import { initialOf } from '../form/initial.ts';
import { Section } from './section.tsx';
import { ToneField } from '../form/tone-field.tsx';
import { TypedField } from '../form/typed-field.tsx';
import { usePreview } from '../form/use-preview.ts';
import type { SettingsForm } from '../form/use-settings-form.ts';

const VOLUME_STEP = 5;

/** How alerts sound, and when they are silent. */
export function AlertsSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const words = texts.preferences;
  const preview = usePreview();
  const { fields, edit } = form;
  return (
    <Section title={words.alerts}>
      <RangeField
        label={words.volume}
        hint={fields.volume === 0 ? words.volumeZero : words.volumeHint}
        value={fields.volume}
        max={100}
        step={VOLUME_STEP}
        reading={words.percent(fields.volume)}
        onValue={(value) => edit('volume', value)}
        initial={initialOf(form, texts, { name: 'volume', label: words.volume, format: words.percent })}
      />
      {TONE_KINDS.map((kind) => (
        <ToneField key={kind} kind={kind} form={form} preview={preview} />
      ))}
      <StatusLine said={preview.said} />
      <AlertField form={form} name="escalateAfter" label={words.escalate} hint={words.escalateHint} />
      <AlertField form={form} name="connectionAfter" label={words.connection} hint={words.connectionHint} />
      <AlertField
        form={form}
        name="unclaimedAfter"
        label={texts.unclaimed.after}
        hint={texts.unclaimed.afterHint}
      />
      <AlertField
        form={form}
        name="unclaimedEvery"
        label={texts.unclaimed.every}
        hint={texts.unclaimed.everyHint}
      />
      <div>
        <Button
          icon={<PlayIcon />}
          aria-disabled={preview.isBusy}
          onClick={() => preview.play('marimba', fields.volume)}
        >
          {texts.unclaimed.listen}
        </Button>
      </div>
      <CheckField
        label={words.quiet}
        hint={words.quietHint}
        checked={fields.quiet}
        onChecked={(checked) => edit('quiet', checked)}
        initial={initialOf(form, texts, {
          name: 'quiet',
          label: words.quiet,
          format: (isOn) => (isOn ? words.yes : words.no),
        })}
      />
      {fields.quiet && (
        <div className={styles['pair']}>
          <AlertField form={form} name="quietFrom" label={words.quietFrom} hint={words.clockHint} />
          <AlertField form={form} name="quietTo" label={words.quietTo} hint={words.clockHint} />
        </div>
      )}
    </Section>
  );
}

function AlertField({
  form,
  name,
  label,
  hint,
}: {
  readonly form: SettingsForm;
  readonly name:
    'escalateAfter' | 'connectionAfter' | 'unclaimedAfter' | 'unclaimedEvery' | 'quietFrom' | 'quietTo';
  readonly label: string;
  readonly hint: string;
}): JSX.Element {
  const { texts } = useShop();
  return (
    <TypedField
      form={form}
      name={name}
      label={label}
      hint={hint}
      inputMode="decimal"
      initial={initialOf(form, texts, { name, label })}
    />
  );
}
