import type { JSX } from 'react';
import type { PartnerAuth } from '../../shared/settings.ts';
import { TextField } from '../components/field.tsx';
import { useShop } from '../shop-context.ts';
import { secretOf } from './fields.ts';
import { SecretField } from './secret-field.tsx';
import { Help, Section } from './section.tsx';
import styles from './settings-page.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** How the app signs in to the API. */
export function KeySection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, view, api } = useShop();
  const { settings } = texts;
  const { fields, typed, problems, edit, type, run } = form;
  const secret = secretOf(fields.auth);
  const status = view.secrets[secret];
  const secretProblem = problems[secret];
  return (
    <Section title={settings.key}>
      <Help>{settings.keyPath}</Help>
      <fieldset className={styles['choices']}>
        <legend className={styles['legend']}>{settings.auth}</legend>
        <Choice auth="token" label={settings.authToken} hint={settings.authTokenHint} form={form} />
        <Choice
          auth="client-credentials"
          label={settings.authClient}
          hint={settings.authClientHint}
          form={form}
        />
      </fieldset>
      {fields.auth === 'client-credentials' && (
        <TextField
          label={settings.clientId}
          value={fields.clientId}
          problem={problems.clientId === undefined ? undefined : settings.problems[problems.clientId]}
          onValue={(value) => edit('clientId', value)}
        />
      )}
      <SecretField
        key={`${secret} ${status.savedAt ?? ''}`}
        label={fields.auth === 'token' ? settings.token : settings.clientSecret}
        status={status}
        typed={typed[secret]}
        problem={secretProblem === undefined ? undefined : settings.problems[secretProblem]}
        onType={(value) => type(secret, value)}
        onForget={() =>
          void run(
            () => api['secrets:forget']({ name: secret }),
            (t) => t.settings.forgotten,
          )
        }
      />
      <p className={styles['care']}>{settings.keyCare}</p>
    </Section>
  );
}

function Choice(props: {
  readonly auth: PartnerAuth;
  readonly label: string;
  readonly hint: string;
  readonly form: SettingsForm;
}): JSX.Element {
  const { auth, label, hint, form } = props;
  return (
    <label className={styles['choice']}>
      <input
        type="radio"
        name="auth"
        value={auth}
        checked={form.fields.auth === auth}
        onChange={() => form.edit('auth', auth)}
      />
      <span>
        <strong>{label}</strong>
        <span className={styles['soft']}>{hint}</span>
      </span>
    </label>
  );
}
