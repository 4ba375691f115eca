import { useId, useState, type JSX } from 'react';
import type { SecretStatus } from '../../../shared/settings/settings.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import fieldStyles from '../../components/field.module.css';
import { CheckIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import { ConfirmButton } from './confirm-button.tsx';
import styles from '../settings-page.module.css';

/**
 * A secret that people can write, replace and delete, but never read: the page knows only its last characters. Use the
 * time of saving as the React key, so that the field closes after a save.
 */
export function SecretField(props: {
  readonly label: string;
  readonly status: SecretStatus;
  readonly typed: string;
  readonly problem: string | undefined;
  /** The address in the form when the saved secret belongs to another one: it is not sent to this address. */
  readonly elsewhere?: string | null;
  readonly onType: (value: string) => void;
  /** What is asked before it is deleted; by default nothing that depends on what it is for. */
  readonly forgetting?: string;
  readonly onForget: () => void;
}): JSX.Element {
  const { label, status, typed, problem, elsewhere = null, onType, onForget } = props;
  const { texts, times } = useShop();
  const [isReplacing, setReplacing] = useState(false);
  const { settings } = texts;

  if (status.present && elsewhere === null && problem === undefined && !isReplacing && typed === '') {
    const day = status.savedAt === null ? null : times.day(status.savedAt);
    return (
      <div className={styles['secret']} role="group" aria-label={label} data-field>
        <p className={styles['secretLabel']}>{label}</p>
        <p className={styles['secretStatus']}>
          <CheckIcon />
          {settings.secretSaved(status.last4, day)}
        </p>
        <div className={styles['row']}>
          <Button onClick={() => setReplacing(true)}>{settings.replace}</Button>
          <ConfirmButton
            label={settings.forget}
            question={props.forgetting ?? settings.forgetSure}
            confirm={settings.forgetYes}
            onConfirm={onForget}
          />
        </div>
      </div>
    );
  }
  return (
    <SecretInput
      label={label}
      typed={typed}
      problem={problem ?? (elsewhere !== null && typed === '' ? settings.secretElsewhere : undefined)}
      onType={onType}
      hasFocus={isReplacing}
      hint={status.present ? elsewhere && settings.secretGoesTo(elsewhere) : settings.secretMissing}
      onKeep={
        status.present && elsewhere === null
          ? () => {
              onType('');
              setReplacing(false);
            }
          : null
      }
    />
  );
}

function SecretInput(props: {
  readonly label: string;
  readonly typed: string;
  readonly problem: string | undefined;
  readonly hasFocus: boolean;
  readonly hint: string | null;
  readonly onType: (value: string) => void;
  /** null when there is no saved secret to keep. */
  readonly onKeep: (() => void) | null;
}): JSX.Element {
  const { label, typed, problem, hasFocus, hint, onType, onKeep } = props;
  const { texts } = useShop();
  const { settings } = texts;
  const [isShown, setShown] = useState(false);
  const showId = useId();
  return (
    <Field label={label} problem={problem} hint={hint ?? undefined}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            className={fieldStyles['input']}
            type={isShown ? 'text' : 'password'}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={hasFocus}
            placeholder={settings.secretPlaceholder}
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
          <div className={styles['row']}>
            <label className={styles['check']} htmlFor={showId}>
              <input
                id={showId}
                type="checkbox"
                checked={isShown}
                onChange={(event) => setShown(event.target.checked)}
              />
              {settings.show}
            </label>
            {onKeep !== null && <Button onClick={onKeep}>{settings.keep}</Button>}
          </div>
        </>
      )}
    </Field>
  );
}
