import { useEffect, useRef, type JSX } from 'react';
import { Button } from '../components/button.tsx';
import { FormOutcome } from '../settings/form/save-bar.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import styles from '../components/form-bar.module.css';

/** What the main button of a step does. */
export type StepAction = { readonly label: string; readonly run: () => Promise<void> | void };

/** The buttons back and next, with the result of the last action; always visible. */
export function SetupFooter(props: {
  readonly form: SettingsForm;
  readonly action: StepAction;
  /** null on the first step. */
  readonly onBack: (() => void) | null;
  /** Goes on without changing the step; null where the main button does exactly that. */
  readonly onSkip: (() => void) | null;
}): JSX.Element {
  const { form, action, onBack, onSkip } = props;
  const { texts } = useShop();
  const { setup } = texts;
  const isBusy = form.busy !== null;
  const main = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Saving may remove the field that had the focus.
    if (isBusy || document.activeElement !== document.body) return;
    main.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [isBusy]);
  return (
    <footer className={styles['bar']}>
      <div className={styles['result']} role="status" data-tone={form.result?.tone}>
        <FormOutcome form={form} idle={null} />
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
