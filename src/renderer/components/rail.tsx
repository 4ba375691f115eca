import type { JSX, ReactNode } from 'react';
import styles from './rail.module.css';

export type RailPart<Id> = { readonly id: Id; readonly mark: ReactNode; readonly words: ReactNode };

/** The parts of a page in their order, with the one that is shown marked; any of them can be opened at any time. */
export function Rail<Id extends string>(props: {
  readonly label: string;
  readonly parts: readonly RailPart<Id>[];
  readonly current: Id;
  readonly onChoose: (id: Id) => void;
  /** Below them; hidden in a narrow window. */
  readonly foot?: ReactNode;
}): JSX.Element {
  const { label, parts, current, onChoose, foot } = props;
  return (
    <nav className={styles['rail']} aria-label={label}>
      <ol>
        {parts.map(({ id, mark, words }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['step']}
              aria-current={id === current ? 'step' : undefined}
              onClick={() => onChoose(id)}
            >
              {mark}
              <span className={styles['words']}>{words}</span>
            </button>
          </li>
        ))}
      </ol>
      {foot !== undefined && <div className={styles['foot']}>{foot}</div>}
    </nav>
  );
}
