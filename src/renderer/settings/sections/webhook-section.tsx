import type { JSX } from 'react';
import { LINKS } from '../../../shared/address.ts';
import { Button } from '../../components/button.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { SecretBox } from '../../setup/copy-box.tsx';
import { SecretOverlap } from '../../setup/secret-overlap.tsx';
import { useShop } from '../../shop-context.ts';
import { ConfirmButton } from '../form/confirm-button.tsx';
import { Help, Section } from './section.tsx';
import styles from '../settings-page.module.css';
import type { SettingsForm } from '../form/use-settings-form.ts';

/** The secret that PedidosYa sends with each request. Main generates and copies it: the page never receives it. */
export function WebhookSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, view, api } = useShop();
  const { settings } = texts;
  const generate = (): void =>
    void form.run(
      () => api['webhook-secret:generate'](),
      (t) => t.settings.generated,
    );
  if (!view.secrets['webhook-secret'].present) {
    return (
      <Section title={settings.webhook}>
        <Help>{settings.webhookBody}</Help>
        <p>{settings.webhookMissing}</p>
        <div className={styles['row']}>
          <Button onClick={generate}>{settings.generate}</Button>
        </div>
      </Section>
    );
  }
  return (
    <Section title={settings.webhook}>
      <Help>{settings.webhookBody}</Help>
      <PageLink href={LINKS.portal}>{texts.setup.openPortal}</PageLink>
      <SecretBox form={form} />
      {view.secrets['webhook-secret-previous'].present ? (
        <SecretOverlap form={form} />
      ) : (
        <div className={styles['row']}>
          <ConfirmButton
            label={settings.regenerate}
            question={settings.regenerateSure}
            confirm={settings.regenerateYes}
            onConfirm={generate}
          />
        </div>
      )}
    </Section>
  );
}
