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
        <FormOutcome form={form} idle={isDirty ? <p>{settings.unsaved}</p> : null} />
      </div>
      <div className={styles['buttons']}>
        <Button type="submit" aria-disabled={busy !== null || !isDirty}>
          {settings.save}
        </Button>
        <Button
          kind={isDirty ? 'primary' : 'plain'}
          aria-disabled={busy !== null}
          onClick={() => void form.saveAndTry()}
        >
          {settings.saveAndTry}
        </Button>
      </div>
    </footer>
  );
}

/** Says what a form is doing, or what came of it; `idle` while there is neither. */
export function FormOutcome(props: {
  readonly form: SettingsForm;
  readonly idle: JSX.Element | null;
}): JSX.Element | null {
  const { form, idle } = props;
  const { texts } = useShop();
  if (form.busy !== null) return <p>{texts.settings[form.busy]}</p>;
  if (form.result === null) return idle;
  const { sentence, remedy } = form.result.message(texts);
  return (
    <>
      <p>
        <strong>{sentence}</strong>
      </p>
      {remedy !== '' && <p>{remedy}</p>}
    </>
  );
}
