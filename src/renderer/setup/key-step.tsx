import type { JSX } from 'react';
import { chainIdIn, holdsChainId } from '../../shared/pasted.ts';
import { boundElsewhere } from '../../shared/secret-binding.ts';
import { TextField } from '../components/field.tsx';
import { AuthChoice } from '../settings/form/auth-choice.tsx';
import { secretOf, toSettings } from '../settings/form/fields.ts';
import { SecretField } from '../settings/form/secret-field.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import styles from './step-panel.module.css';

/** How the app signs in, and where to find the credentials in the portal. */
export function KeyStep({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, view, api } = useShop();
  const { settings, setup } = texts;
  const { fields, typed, problems, edit, type, run } = form;
  const secret = secretOf(fields.auth);
  const secretProblem = problems[secret];
  const isToken = fields.auth === 'token';
  return (
    <>
      <AuthChoice form={form} />
      {isToken ? (
        <>
          <Clicks />
          <TextField
            label={setup.key.label}
            hint={setup.key.labelHint}
            value={fields.tokenLabel}
            problem={problems.tokenLabel === undefined ? undefined : settings.problems[problems.tokenLabel]}
            onValue={(value) => edit('tokenLabel', value)}
          />
        </>
      ) : (
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
        onForget={() =>
          void run(
            () => api['secrets:forget']({ name: secret }),
            (t) => t.settings.forgotten,
          )
        }
      />
      <div className={styles['note']}>
        <p className={styles['noteTitle']}>{setup.key.careTitle}</p>
        <ul>
          {setup.key.care.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** The clicks in the portal, step by step. */
function Clicks(): JSX.Element {
  const { setup } = useShop().texts;
  return (
    <div className={styles['clicks']}>
      <p className={styles['noteTitle']}>{setup.portal}</p>
      <ol>
        {setup.key.clicks.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
    </div>
  );
}
