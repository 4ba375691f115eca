import { useId, type JSX, type ReactNode } from 'react';
import { Initial, type InitialValue } from './field.tsx';
import styles from './field.module.css';

/** A checkbox with its label. */
export function CheckField(props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly initial?: InitialValue | undefined;
}): JSX.Element {
  const { label, checked, onChecked, hint, initial } = props;
  const id = useId();
  return (
    <div className={styles['field']} data-field>
      <div className={styles['top']}>
        <label className={styles['check']} htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={checked}
            aria-describedby={hint === undefined ? undefined : `${id}-hint`}
            onChange={(event) => onChecked(event.target.checked)}
          />
          {label}
        </label>
        {initial !== undefined && <Initial {...initial} />}
      </div>
      {hint !== undefined && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
