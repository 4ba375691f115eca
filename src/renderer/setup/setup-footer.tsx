import { useEffect, useRef, type JSX } from 'react';
import { Button } from '../components/button.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import styles from '../components/form-bar.module.css';

/** What the main button of a step does. */
export type StepAction = { readonly label: string; readonly run: () => Promise<void> | void };

/** Back, on, and what came of the last thing that was asked for; always in sight. */
export function SetupFooter(props: {
  readonly form: SettingsForm;
  readonly action: StepAction;
  /** null on the first step. */
  readonly onBack: (() => void) | null;
  /** Leaves the step as it is; null where the main button does just that. */
  readonly onSkip: (() => void) | null;
}): JSX.Element {
  const { form, action, onBack, onSkip } = props;
  const { texts } = useShop();
  const { setup } = texts;
  const isBusy = form.busy !== null;
  const main = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was saved takes its field away and the focus with it.
    if (isBusy || document.activeElement !== document.body) return;
    main.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [isBusy]);
  return (
    <footer className={styles['bar']}>
      <div className={styles['result']} role="status" data-tone={form.result?.tone}>
        <Outcome form={form} />
      </div>
      <div ref={main} className={styles['buttons']}>
        {onBack !== null && <Button onClick={onBack}>{setup.back}</Button>}
        {onSkip !== null && (
          <Button kind="quiet" onClick={onSkip}>
            {setup.skip}
          </Button>
        )}
        <Button kind="primary" type="submit" aria-disabled={isBusy}>
          {action.label}
        </Button>
      </div>
    </footer>
  );
}

function Outcome({ form }: { readonly form: SettingsForm }): JSX.Element | null {
  const { texts } = useShop();
  const { busy, result } = form;
  if (busy !== null) return <p>{texts.settings[busy]}</p>;
  if (result === null) return null;
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
