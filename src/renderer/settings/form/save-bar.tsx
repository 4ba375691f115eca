import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { useShop } from '../../shop-context.ts';
import styles from '../../components/form-bar.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** The buttons to save and to try the settings, with the result; always visible. */
export function SaveBar({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const { settings } = texts;
  const { busy, result, isDirty } = form;
  return (
    <footer className={styles['bar']}>
      <div className={styles['result']} role="status" data-tone={result?.tone}>
        <Outcome form={form} />
      </div>
      <div className={styles['buttons']}>
        <Button type="submit" aria-disabled={busy !== null || !isDirty}>
          {settings.save}
        </Button>
        <Button kind="primary" aria-disabled={busy !== null} onClick={() => void form.saveAndTry()}>
          {settings.saveAndTry}
        </Button>
      </div>
    </footer>
  );
}

function Outcome({ form }: { readonly form: SettingsForm }): JSX.Element | null {
  const { texts } = useShop();
  const { busy, result, isDirty } = form;
  if (busy !== null) return <p>{texts.settings[busy]}</p>;
  if (result === null) return isDirty ? <p>{texts.settings.unsaved}</p> : null;
  const { sentence, remedy } = result.tell(texts);
  return (
    <>
      <p>
        <strong>{sentence}</strong>
      </p>
      {remedy !== '' && <p>{remedy}</p>}
    </>
  );
}
