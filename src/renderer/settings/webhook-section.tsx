import type { JSX } from 'react';
import { Button } from '../components/button.tsx';
import { CheckIcon, CopyIcon } from '../components/icons.tsx';
import { useShop } from '../shop-context.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { Help, Section } from './section.tsx';
import styles from './settings-page.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** The secret that PedidosYa sends along. Main makes it and copies it: the page never has it. */
export function WebhookSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, times, view, api } = useShop();
  const { settings } = texts;
  const status = view.secrets['webhook-secret'];
  const day = status.savedAt === null ? null : times.day(status.savedAt);
  const generate = (): void =>
    void form.run(
      () => api['webhook-secret:generate'](),
      (t) => t.settings.generated,
    );
  const copy = (): void =>
    void form.run(
      () => api['webhook-secret:copy']({ form: 'plain' }),
      (t) => t.settings.copied,
    );
  return (
    <Section title={settings.webhook}>
      <Help>{settings.webhookBody}</Help>
      {status.present ? (
        <>
          <p className={styles['secretStatus']}>
            <CheckIcon />
            {settings.webhookSaved(status.last4, day)}
          </p>
          <div className={styles['row']}>
            <Button icon={<CopyIcon />} onClick={copy}>
              {settings.copy}
            </Button>
            <ConfirmButton
              label={settings.regenerate}
              question={settings.regenerateSure}
              confirm={settings.regenerateYes}
              onConfirm={generate}
            />
          </div>
        </>
      ) : (
        <>
          <p>{settings.webhookMissing}</p>
          <div className={styles['row']}>
            <Button onClick={generate}>{settings.generate}</Button>
          </div>
        </>
      )}
    </Section>
  );
}
