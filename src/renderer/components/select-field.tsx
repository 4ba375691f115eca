import { useLayoutEffect, useRef, type JSX, type ReactNode } from 'react';
import { Field, type InitialValue } from './field.tsx';
import styles from './field.module.css';

/** A drop-down list. Its options are `option` and `optgroup` elements. */
export function SelectField(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly initial?: InitialValue | undefined;
  /** Shown beside the list. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}): JSX.Element {
  const { label, value, onValue, hint, problem, initial, action, children } = props;
  const list = useRef<HTMLSelectElement>(null);
  // After every render: the options may have come, or changed their language, since the last one.
  useLayoutEffect(() => {
    const box = list.current?.parentElement;
    if (box) box.dataset['chosen'] = list.current?.selectedOptions[0]?.text ?? '';
  });
  return (
    <Field label={label} hint={hint} problem={problem} initial={initial}>
      {(wiring) => (
        <div className={styles['row']}>
          <div className={`${styles['input']} ${styles['list']}`}>
            <select {...wiring} ref={list} value={value} onChange={(event) => onValue(event.target.value)}>
              {children}
            </select>
          </div>
          {action}
        </div>
      )}
    </Field>
  );
}
