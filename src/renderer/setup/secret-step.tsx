import type { JSX } from 'react';
import { ConfirmButton } from '../settings/confirm-button.tsx';
import type { SettingsForm } from '../settings/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { SecretBox } from './secret-box.tsx';
import styles from './step-panel.module.css';

/** The secret that the platform sends with each alert. Main makes and copies it: no page ever has it. */
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
            <Overlap form={form} />
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

/** Two secrets are accepted; the one before goes when somebody says so. */
function Overlap({ form }: { readonly form: SettingsForm }): JSX.Element {
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
