import { useId, useState, type JSX, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { CopyIcon } from '../components/icons.tsx';
import { useShop } from '../shop-context.ts';
import styles from './step-panel.module.css';
import type { SecretForm } from '../../shared/setup.ts';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';

/** A value to paste into the portal, shown exactly as the portal needs it. */
export function CopyBox(props: {
  readonly label: string;
  readonly value: ReactNode;
  readonly onCopy: () => void;
}): JSX.Element {
  const { label, value, onCopy } = props;
  const { texts } = useShop();
  return (
    <div className={styles['copyBox']} role="group" aria-label={label}>
      <div className={styles['copyWhat']}>
        <p className={styles['noteTitle']}>{label}</p>
        <p className={styles['copyValue']}>{value}</p>
      </div>
      <Button icon={<CopyIcon />} onClick={onCopy}>
        {texts.settings.copy}
      </Button>
    </div>
  );
}

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
