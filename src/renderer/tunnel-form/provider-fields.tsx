import { useState, type JSX } from 'react';
import { sshTargetIn } from '../../shared/settings/pasted.ts';
import { assertNever } from '../../shared/result.ts';
import type { TunnelKeyName, TunnelProviderId } from '../../shared/settings/tunnel-settings.ts';
import { TextField } from '../components/field.tsx';
import { SecretField } from '../settings/form/secret-field.tsx';
import { TypedField } from '../settings/form/typed-field.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { SshKey } from './ssh-key.tsx';
import styles from './tunnel-form.module.css';
import { tunnelLabels, type TunnelEntry } from './tunnel-fields.ts';

/** The fields of one provider. */
export function ProviderFields(props: {
  readonly form: SettingsForm;
  readonly provider: Exclude<TunnelProviderId, 'none'>;
}): JSX.Element {
  const { form, provider } = props;
  switch (provider) {
    case 'own-url':
      return <Entry form={form} name="publicUrl" />;
    case 'ngrok':
      return (
        <>
          <Token form={form} name="ngrok-token" />
          <Entry form={form} name="ngrokDomain" />
        </>
      );
    case 'cloudflared':
      return (
        <>
          <Token form={form} name="cloudflared-token" />
          <Entry form={form} name="publicUrl" />
          <More isMarked={form.problems.cloudflared !== undefined}>
            <Entry form={form} name="cloudflared" />
          </More>
        </>
      );
    case 'ssh':
      return (
        <>
          <SshKey form={form} />
          <div className={styles['pair']}>
            <SshHost form={form} />
            <Entry form={form} name="sshPort" />
          </div>
          <Entry form={form} name="sshUser" />
          <Entry form={form} name="sshBind" />
          <Entry form={form} name="publicUrl" />
          <More isMarked={form.problems.sshPattern !== undefined}>
            <Entry form={form} name="sshPattern" />
          </More>
        </>
      );
    default:
      return assertNever(provider);
  }
}

function Entry({ form, name }: { readonly form: SettingsForm; readonly name: TunnelEntry }): JSX.Element {
  const { texts } = useShop();
  return <TypedField {...tunnelLabels(texts)[name]} form={form} name={name} />;
}

/** The server; a pasted `user@server:port` fills in its parts. */
function SshHost({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const problem = form.problems.sshHost;
  return (
    <TextField
      {...tunnelLabels(texts).sshHost}
      value={form.fields.sshHost}
      problem={problem === undefined ? undefined : texts.settings.problems[problem]}
      onValue={(value) => {
        const isPasted = value.length > form.fields.sshHost.length + 3;
        const target = isPasted ? sshTargetIn(value) : null;
        form.edit('sshHost', target?.host ?? value);
        if (target === null) return;
        form.edit('sshUser', target.user);
        if (target.port !== null) form.edit('sshPort', target.port);
      }}
    />
  );
}

function Token({ form, name }: { readonly form: SettingsForm; readonly name: TunnelKeyName }): JSX.Element {
  const { texts, view, api } = useShop();
  const status = view.secrets[name];
  const problem = form.problems[name];
  return (
    <SecretField
      key={`${name} ${status.savedAt ?? ''}`}
      label={texts.tunnelForm.token}
      status={status}
      typed={form.typed[name]}
      problem={problem === undefined ? undefined : texts.settings.problems[problem]}
      onType={(value) => form.type(name, value)}
      onForget={() =>
        void form.run(
          () => api['secrets:forget']({ name }),
          (t) => t.settings.forgotten,
        )
      }
    />
  );
}

/** A part that opens by itself when it contains a marked field. */
function More(props: { readonly isMarked: boolean; readonly children: JSX.Element }): JSX.Element {
  const { isMarked, children } = props;
  const { tunnelForm } = useShop().texts;
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles['more']}
      open={isOpen || isMarked}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{tunnelForm.more}</summary>
      {children}
    </details>
  );
}
