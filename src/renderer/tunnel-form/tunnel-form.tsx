import { useId, type JSX } from 'react';
import type { TunnelProviderId } from '../../shared/settings/tunnel-settings.ts';
import settingsStyles from '../settings/settings-page.module.css';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { ProviderFields } from './provider-fields.tsx';
import { ProviderHelp } from './provider-help.tsx';
import styles from './tunnel-form.module.css';

/** In the order in which a shop should consider them. */
const OFFERED: readonly TunnelProviderId[] = ['none', 'ngrok', 'cloudflared', 'ssh', 'own-url'];

/**
 * The choice of how the shop gets a public address, with the fields of that choice. `none` is a choice too: the app
 * then only asks PedidosYa itself.
 */
export function TunnelForm({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { tunnelForm } = useShop().texts;
  const name = useId();
  const chosen = form.fields.tunnelProvider;
  return (
    <>
      <fieldset className={settingsStyles['choices']}>
        <legend className={settingsStyles['legend']}>{tunnelForm.choose}</legend>
        {OFFERED.map((provider) => (
          <label key={provider} className={settingsStyles['choice']}>
            <input
              type="radio"
              name={name}
              value={provider}
              checked={chosen === provider}
              onChange={() => form.edit('tunnelProvider', provider)}
            />
            <span>
              <strong>{tunnelForm.providers[provider].name}</strong>
              <span className={settingsStyles['soft']}>{tunnelForm.providers[provider].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen !== 'none' && (
        <div className={styles['columns']}>
          <div className={styles['fields']}>
            <ProviderFields form={form} provider={chosen} />
            <p className={styles['local']}>{tunnelForm.local(form.fields.port.trim())}</p>
          </div>
          <ProviderHelp provider={chosen} port={form.fields.port.trim()} />
        </div>
      )}
    </>
  );
}
