import type { JSX } from 'react';
import { ConfirmButton } from '../settings/form/confirm-button.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { SecretBox } from './secret-box.tsx';
import { SecretOverlap } from './secret-overlap.tsx';
import styles from './step-panel.module.css';

/** The secret that the platform sends with each alert. Main generates and copies it: no page ever receives it. */
export function SecretStep({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, view, api } = useShop();
  const { secret } = texts.setup;
  const isMade = view.secrets['webhook-secret'].present;
  return (
    <>
      <p>{secret.body}</p>
      {isMade && (
        <>
          <p>{secret.where}</p>
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
    </>
  );
}
