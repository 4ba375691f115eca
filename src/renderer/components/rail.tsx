import type { JSX, ReactNode } from 'react';
import styles from './rail.module.css';

export type RailPart<Id> = { readonly id: Id; readonly mark: ReactNode; readonly words: ReactNode };

/** The list of a page's parts in order, with the current one marked. Any part can be opened at any time. */
export function Rail<Id extends string>(props: {
  readonly label: string;
  readonly parts: readonly RailPart<Id>[];
  readonly current: Id;
  readonly onChoose: (id: Id) => void;
  /** Shown below the list; hidden in a narrow window. */
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
