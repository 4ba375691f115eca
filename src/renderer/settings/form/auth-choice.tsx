import type { JSX } from 'react';
import type { PartnerAuth } from '../../../shared/settings/settings.ts';
import { useShop } from '../../shop-context.ts';
import styles from '../settings-page.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** The choice between a static token and a client id with its secret. */
export function AuthChoice({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { settings } = useShop().texts;
  return (
    <fieldset className={styles['choices']} data-field>
      <legend className={styles['legend']}>{settings.auth}</legend>
      <Choice auth="token" label={settings.authToken} hint={settings.authTokenHint} form={form} />
      <Choice
        auth="client-credentials"
        label={settings.authClient}
        hint={settings.authClientHint}
        form={form}
      />
    </fieldset>
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
