import type { JSX, ReactNode } from 'react';
import { Field, type InitialValue } from './field.tsx';
import styles from './field.module.css';

/** A slider, for a value that people choose by ear or eye instead of typing it. */
export function RangeField(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly step: number;
  /** The value as text, for the screen and for screen readers. */
  readonly reading: string;
  readonly onValue: (value: number) => void;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly initial?: InitialValue | undefined;
}): JSX.Element {
  const { label, value, max, step, reading, onValue, hint, problem, initial } = props;
  return (
    <Field label={label} hint={hint} problem={problem} initial={initial}>
      {(wiring) => (
        <div className={styles['row']}>
          <input
            {...wiring}
            className={styles['range']}
            type="range"
            min={0}
            max={max}
            step={step}
            aria-valuetext={reading}
            value={value}
            onChange={(event) => onValue(event.target.valueAsNumber)}
          />
          <output className={styles['reading']} htmlFor={wiring.id}>
            {reading}
          </output>
        </div>
      )}
    </Field>
  );
}
