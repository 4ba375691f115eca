import { useId, useState, type JSX } from 'react';
import type { SecretForm } from '../../shared/setup.ts';
import { ConfirmButton } from '../settings/confirm-button.tsx';
import type { SettingsForm } from '../settings/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { CopyBox } from './copy-box.tsx';
import styles from './step-panel.module.css';

const FORMS: readonly SecretForm[] = ['plain', 'basic'];

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

function SecretBox({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, view, times, api } = useShop();
  const { secret } = texts.setup;
  const { last4, savedAt } = view.secrets['webhook-secret'];
  const [as, setAs] = useState<SecretForm>('plain');
  const name = useId();
  return (
    <>
      <CopyBox
        label={secret.box}
        value={secret.saved(last4, savedAt === null ? null : times.day(savedAt))}
        onCopy={() =>
          void form.run(
            () => api['webhook-secret:copy']({ form: as }),
            (t) => t.setup.secret.copied[as],
          )
        }
      />
      <fieldset>
        <legend className={styles['noteTitle']}>{secret.formsLabel}</legend>
        <div className={styles['choices']}>
          {FORMS.map((one) => (
            <label key={one}>
              <input type="radio" name={name} value={one} checked={as === one} onChange={() => setAs(one)} />
              {secret.forms[one]}
            </label>
          ))}
        </div>
        <p className={styles['soft']}>{secret.formsHint}</p>
      </fieldset>
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
