import type { JSX } from 'react';
import type { SetupView } from '../../shared/setup.ts';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { TunnelForm } from '../tunnel-form/tunnel-form.tsx';
import { TunnelState } from '../tunnel-form/tunnel-state.tsx';
import { CopyBox } from './copy-box.tsx';
import { SecretBox } from './secret-box.tsx';
import styles from './step-panel.module.css';

/** Sets up the public address, and shows what to paste into the portal. */
export function AddressStep(props: { readonly form: SettingsForm; readonly view: SetupView }): JSX.Element {
  const { form, view } = props;
  const { texts, api, view: kept } = useShop();
  const { address } = texts.setup;
  const copyUrl = (): void =>
    void api['setup:copy']({ what: 'webhook-url' }).then(
      () => form.say('ok', (t) => t.setup.address.urlCopied),
      // Main has logged the reason.
      () => form.say('error', (t) => t.errors.save.unexpected.sentence),
    );
  return (
    <>
      <p>{address.body}</p>
      <TunnelForm form={form} />
      <TunnelState form={form} isBrief />
      {view.webhookUrl !== null && (
        <section className={styles['body']} aria-label={address.boxTitle}>
          <h2 className={styles['noteTitle']}>{address.boxTitle}</h2>
          <CopyBox label={address.urlBox} value={view.webhookUrl} onCopy={copyUrl} />
          {kept.secrets['webhook-secret'].present ? <SecretBox form={form} /> : <p>{address.noSecret}</p>}
        </section>
      )}
    </>
  );
}
