import type { JSX } from 'react';
import type { HealthEntry } from '../../../shared/health/health.ts';
import { EntryRemedy } from '../../components/remedy-button.tsx';
import { TextField } from '../../components/field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useShop } from '../../shop-context.ts';
import { initialOf } from '../form/initial.ts';
import { Section } from './section.tsx';
import styles from '../settings-page.module.css';
import { usePartHealth } from './use-part-health.ts';
import type { SettingsForm } from '../form/use-settings-form.ts';

/** Settings that few shops have to change. */
export function AdvancedSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const { settings } = texts;
  const { fields, problems, edit } = form;
  const receiver = usePartHealth('receiver');
  return (
    <Section title={settings.advanced}>
      <TextField
        label={settings.baseUrl}
        hint={settings.baseUrlHint}
        inputMode="url"
        value={fields.baseUrl}
        problem={problems.baseUrl === undefined ? undefined : settings.problems[problems.baseUrl]}
        onValue={(value) => edit('baseUrl', value)}
        initial={initialOf(form, texts, { name: 'baseUrl', label: settings.baseUrl })}
      />
      {receiver !== null && isTrouble(receiver) && (
        <div className={styles['repairs']} role="alert">
          <p>
            <strong>{texts.health[receiver.code](receiver.detail).sentence}</strong>{' '}
            {texts.health[receiver.code](receiver.detail).remedy}
          </p>
          <EntryRemedy entry={receiver} />
        </div>
      )}
      <TextField
        label={settings.port}
        hint={settings.portHint(fields.port.trim())}
        inputMode="numeric"
        value={fields.port}
        problem={problems.port === undefined ? undefined : settings.problems[problems.port]}
        onValue={(value) => edit('port', value)}
        initial={initialOf(form, texts, { name: 'port', label: settings.port })}
      />
      <SelectField
        label={settings.language}
        hint={texts.preferences.languageHint}
        initial={initialOf(form, texts, {
          name: 'language',
          label: settings.language,
          format: (language) => settings.languages[language],
        })}
        value={fields.language}
        onValue={(value) => edit('language', value === 'en' ? 'en' : 'es')}
      >
        <option value="es">{settings.languages.es}</option>
        <option value="en">{settings.languages.en}</option>
      </SelectField>
    </Section>
  );
}

/** The port is what can be put right here. */
function isTrouble({ state, code }: HealthEntry): boolean {
  return state === 'down' && (code === 'receiver-port-in-use' || code === 'receiver-failed');
}
