import type { JSX } from 'react';
import styles from './status-line.module.css';

/** What came of something tried in the form around it; takes no room while there is nothing to say. */
export function StatusLine({
  said,
}: {
  readonly said: { readonly sentence: string; readonly isFine: boolean } | null;
}): JSX.Element {
  return (
    <p className={styles['line']} role="status" data-fine={said?.isFine}>
      {said?.sentence}
    </p>
  );
}
