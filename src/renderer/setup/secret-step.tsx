import type { JSX } from 'react';
import { ConfirmButton } from '../settings/form/confirm-button.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { CopyBox, SecretBox } from './copy-box.tsx';
import { PortalHelp } from './step-panel.tsx';
import { SecretOverlap } from './secret-overlap.tsx';
import styles from './step-panel.module.css';

/**
 * What the portal needs for its webhook: the address, and the secret that the platform sends with each alert. Main
 * generates and copies the secret: no page ever receives it.
 */
export function SecretStep(props: {
  readonly form: SettingsForm;
  readonly webhookUrl: string | null;
}): JSX.Element {
  const { form, webhookUrl } = props;
  const { texts, view, api } = useShop();
  const { secret, address } = texts.setup;
  const copyUrl = (): void =>
    void api['setup:copy']({ what: 'webhook-url' }).then(
      () => form.say('ok', (t) => t.setup.address.urlCopied),
      // Main has logged the reason.
      () => form.say('error', (t) => t.errors.save.unexpected.sentence),
    );
  return (
    <div className={styles['columns']}>
      <div className={styles['body']}>
        <p>{webhookUrl === null ? secret.notNeeded : secret.body}</p>
        {webhookUrl !== null && <CopyBox label={address.urlBox} value={webhookUrl} onCopy={copyUrl} />}
        {view.secrets['webhook-secret'].present && (
          <>
            <SecretBox form={form} />
            {view.secrets['webhook-secret-previous'].present ? (
              <SecretOverlap form={form} />
            ) : (
              <div className={styles['row']}>
                <ConfirmButton
                  label={secret.rotate}
                  question={secret.rotateSure}
                  confirm={secret.rotateYes}
                  onConfirm={() =>
                    void form.run(
                      () => api['webhook-secret:generate'](),
                      (t) => t.settings.generated,
                    )
                  }
                />
              </div>
            )}
          </>
        )}
      </div>
      <div className={styles['aside']}>
        <PortalHelp place="webhook" />
      </div>
    </div>
  );
}
