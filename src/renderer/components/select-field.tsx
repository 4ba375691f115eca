import type { JSX, ReactNode } from 'react';
import { Field } from './field.tsx';
import styles from './field.module.css';

/** A choice of one. The options come as `option` and `optgroup` elements. */
export function SelectField(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}): JSX.Element {
  const { label, value, onValue, problem, children } = props;
  return (
    <Field label={label} problem={problem}>
      {(wiring) => (
        <select
          {...wiring}
          className={styles['input']}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        >
          {children}
        </select>
      )}
    </Field>
  );
}
