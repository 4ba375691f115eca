import { useId, type JSX, type ReactNode } from 'react';
import styles from './field.module.css';

/** The ids and attributes that tie a control to its label, hint and problem. */
export type FieldWiring = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
};

/** A field's initial value and how to restore it; `reset` is null while the field still holds it. */
export type InitialValue = {
  readonly text: string;
  readonly reset: { readonly text: string; readonly label: string; readonly run: () => void } | null;
};

/** A label above the control, a hint below it, and its problem in words. */
export function Field(props: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly initial?: InitialValue | undefined;
  readonly children: (wiring: FieldWiring) => ReactNode;
}): JSX.Element {
  const { label, hint, problem, initial, children } = props;
  const id = useId();
  const notes = [
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ];
  return (
    <div className={styles['field']} data-field>
      <div className={styles['top']}>
        <label className={styles['label']} htmlFor={id}>
          {label}
        </label>
        {initial !== undefined && <Initial {...initial} />}
      </div>
      {children({
        id,
        'aria-describedby': notes.length === 0 ? undefined : notes.join(' '),
        'aria-invalid': problem !== undefined,
      })}
      {problem !== undefined && (
        <p className={styles['problem']} id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Shows a field's initial value with the button that restores it. */
export function Initial({ text, reset }: InitialValue): JSX.Element {
  return (
    <p className={styles['initial']}>
      {text}
      {reset !== null && (
        <button type="button" className={styles['reset']} aria-label={reset.label} onClick={reset.run}>
          {reset.text}
        </button>
      )}
    </p>
  );
}

/** A text field of one line. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly initial?: InitialValue | undefined;
  readonly inputMode?: 'numeric' | 'decimal' | 'url';
}): JSX.Element {
  const { label, value, onValue, hint, problem, initial, inputMode } = props;
  return (
    <Field label={label} hint={hint} problem={problem} initial={initial}>
      {(wiring) => (
        <input
          {...wiring}
          className={styles['input']}
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}
