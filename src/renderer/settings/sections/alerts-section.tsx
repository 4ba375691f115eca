import type { JSX } from 'react';
import { TONE_KINDS } from '../../../shared/orders/alert.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { TextField } from '../../components/field.tsx';
import { PlayIcon } from '../../components/icons.tsx';
import { RangeField } from '../../components/range-field.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './alerts-section.module.css';
import { initialOf } from '../form/initial.ts';
import { Section } from './section.tsx';
import { ToneField } from '../form/tone-field.tsx';
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
        initial={initialOf(form, texts, { name: 'volume', label: words.volume, tell: words.percent })}
      />
      {TONE_KINDS.map((kind) => (
        <ToneField key={kind} kind={kind} form={form} preview={preview} />
      ))}
      <p className={styles['said']} role="status" data-fine={preview.said?.isFine}>
        {preview.said?.sentence}
      </p>
      <TypedField form={form} name="escalateAfter" label={words.escalate} hint={words.escalateHint} />
      <TypedField form={form} name="connectionAfter" label={words.connection} hint={words.connectionHint} />
      <TypedField
        form={form}
        name="unclaimedAfter"
        label={texts.unclaimed.after}
        hint={texts.unclaimed.afterHint}
      />
      <TypedField
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
          tell: (isOn) => (isOn ? words.yes : words.no),
        })}
      />
      {fields.quiet && (
        <div className={styles['pair']}>
          <TypedField form={form} name="quietFrom" label={words.quietFrom} hint={words.clockHint} />
          <TypedField form={form} name="quietTo" label={words.quietTo} hint={words.clockHint} />
        </div>
      )}
    </Section>
  );
}

function TypedField(props: {
  readonly form: SettingsForm;
  readonly name:
    'escalateAfter' | 'connectionAfter' | 'unclaimedAfter' | 'unclaimedEvery' | 'quietFrom' | 'quietTo';
  readonly label: string;
  readonly hint: string;
}): JSX.Element {
  const { form, name, label, hint } = props;
  const { texts } = useShop();
  const problem = form.problems[name];
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="decimal"
      value={form.fields[name]}
      problem={problem === undefined ? undefined : texts.settings.problems[problem]}
      onValue={(value) => form.edit(name, value)}
      initial={initialOf(form, texts, { name, label })}
    />
  );
}
