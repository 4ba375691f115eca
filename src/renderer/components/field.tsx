import { useId, type JSX, type ReactNode } from 'react';
import styles from './field.module.css';

/** What a control needs to be tied to its label, hint and problem. */
export type FieldWiring = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
};

/** A label above, a hint below, and what is wrong in words. */
export function Field(props: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly children: (wiring: FieldWiring) => ReactNode;
}): JSX.Element {
  const { label, hint, problem, children } = props;
  const id = useId();
  const notes = [
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ];
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
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

/** A field of one line. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly inputMode?: 'numeric' | 'url';
}): JSX.Element {
  const { label, value, onValue, hint, problem, inputMode } = props;
  return (
    <Field label={label} hint={hint} problem={problem}>
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
