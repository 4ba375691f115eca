import { useId, useState, type JSX } from 'react';
import type { SecretForm } from '../../shared/setup.ts';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { CopyBox } from './copy-box.tsx';
import styles from './step-panel.module.css';

const FORMS: readonly SecretForm[] = ['plain', 'basic'];

/** The webhook secret in the form that the portal needs. Main copies it; the page knows only its last characters. */
export function SecretBox({ form }: { readonly form: SettingsForm }): JSX.Element {
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
