import type { JSX } from 'react';
import { chainIdIn, holdsChainId } from '../../shared/settings/pasted.ts';
import { boundElsewhere } from '../../shared/settings/secret-binding.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { secretOf, toSettings } from '../settings/form/fields.ts';
import { SecretField } from '../settings/form/secret-field.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import type { Problems } from '../settings/form/validate.ts';
import { useShop } from '../shop-context.ts';
import styles from './step-panel.module.css';

/** The key of the API: a token, or for those who were given these a client id with its secret. */
export function KeyFields(props: { readonly form: SettingsForm; readonly problems: Problems }): JSX.Element {
  const { form, problems } = props;
  const { texts, view, api } = useShop();
  const { settings, setup } = texts;
  const { fields, typed, edit, type, run } = form;
  const secret = secretOf(fields.auth);
  const secretProblem = problems[secret];
  const isToken = fields.auth === 'token';
  return (
    <>
      {!isToken && (
        <TextField
          label={settings.clientId}
          value={fields.clientId}
          problem={problems.clientId === undefined ? undefined : settings.problems[problems.clientId]}
          onValue={(value) => {
            edit('clientId', value);
            // A client id ends in the id of its chain. Source: docs/partner-api.md, "Sign-in".
            if (fields.chainId === '' && holdsChainId(value)) edit('chainId', chainIdIn(value));
          }}
        />
      )}
      <SecretField
        key={`${secret} ${view.secrets[secret].savedAt ?? ''}`}
        label={isToken ? settings.token : settings.clientSecret}
        status={view.secrets[secret]}
        typed={typed[secret]}
        problem={secretProblem === undefined ? undefined : settings.problems[secretProblem]}
        elsewhere={boundElsewhere(secret, toSettings(fields, view.settings), view.boundTo ?? {})}
        onType={(value) => {
          type(secret, value);
          if (isToken && fields.tokenLabel === '') edit('tokenLabel', setup.key.usualLabel);
        }}
        forgetting={settings.forgetKeySure}
        onForget={() =>
          void run(
            () => api['secrets:forget']({ name: secret }),
            (t) => t.settings.forgotten,
          )
        }
      />
      <div className={styles['row']}>
        <Button kind="quiet" onClick={() => edit('auth', isToken ? 'client-credentials' : 'token')}>
          {isToken ? setup.key.haveClient : setup.key.haveToken}
        </Button>
      </div>
    </>
  );
}

/** What to know about a key before it is handed around. */
export function KeyCare(): JSX.Element {
  const { key } = useShop().texts.setup;
  return (
    <details className={styles['more']}>
      <summary>{key.careTitle}</summary>
      <ul className={styles['points']}>
        {key.care.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
}
