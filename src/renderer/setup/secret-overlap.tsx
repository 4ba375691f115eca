import type { JSX } from 'react';
import { ConfirmButton } from '../settings/form/confirm-button.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import styles from './step-panel.module.css';

/** Shown while two secrets are accepted, with the button that removes the older one. */
export function SecretOverlap({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, view, api } = useShop();
  const { secret } = texts.setup;
  return (
    <div className={styles['note']} role="group" aria-label={secret.overlapTitle}>
      <p className={styles['noteTitle']}>{secret.overlapTitle}</p>
      <p>{secret.overlapBody(view.secrets['webhook-secret-previous'].last4)}</p>
      <div className={styles['row']}>
        <ConfirmButton
          label={secret.endOverlap}
          question={secret.endSure}
          confirm={secret.endYes}
          onConfirm={() =>
            void form.run(
              () => api['secrets:forget']({ name: 'webhook-secret-previous' }),
              (t) => t.setup.secret.ended,
            )
          }
        />
      </div>
    </div>
  );
}
