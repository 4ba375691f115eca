import type { JSX } from 'react';
import { boundElsewhere } from '../../../shared/settings/secret-binding.ts';
import { TextField } from '../../components/field.tsx';
import { useShop } from '../../shop-context.ts';
import { AuthChoice } from '../form/auth-choice.tsx';
import { secretOf, toSettings } from '../form/fields.ts';
import { shownProblems } from '../form/validate.ts';
import { SecretField } from '../form/secret-field.tsx';
import { LINKS } from '../../../shared/address.ts';
import { PageLink } from '../../components/page-link.tsx';
import { Help, Section } from './section.tsx';
import { usePartHealth } from './use-part-health.ts';
import styles from '../settings-page.module.css';
import type { SettingsForm } from '../form/use-settings-form.ts';

/** How the app signs in to the API. */
export function KeySection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, view, api } = useShop();
  const { settings } = texts;
  const { fields, typed, edit, type, run } = form;
  const problems = shownProblems(form, usePartHealth('partner')?.code ?? null);
  const secret = secretOf(fields.auth);
  const status = view.secrets[secret];
  const secretProblem = problems[secret];
  return (
    <Section title={settings.key}>
      <Help>{settings.keyPath}</Help>
      <PageLink href={LINKS.portal}>{texts.setup.openPortal}</PageLink>
      <AuthChoice form={form} />
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
        elsewhere={boundElsewhere(secret, toSettings(fields, view.settings), view.boundTo ?? {})}
        onType={(value) => type(secret, value)}
        forgetting={settings.forgetKeySure}
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
