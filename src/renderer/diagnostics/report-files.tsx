import type { JSX } from 'react';
import type { ReportFile } from '../../shared/health/diagnostics.ts';
import { useShop } from '../shop-context.ts';
import styles from './diagnostics-page.module.css';

const encoder = new TextEncoder();

/** The list of files, each with its purpose and size. */
export function ReportFiles(props: {
  readonly files: readonly ReportFile[];
  readonly chosen: ReportFile['id'];
  readonly onChoose: (id: ReportFile['id']) => void;
}): JSX.Element {
  const { files, chosen, onChoose } = props;
  const { diagnostics } = useShop().texts;
  return (
    <nav className={styles['files']} aria-label={diagnostics.filesLabel}>
      <ul>
        {files.map(({ id, name, text }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['file']}
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              <strong>{diagnostics.files[id].title}</strong>
              <span className={styles['facts']}>
                {name} · {diagnostics.size(encoder.encode(text).length)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
