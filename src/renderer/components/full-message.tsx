import type { JSX } from 'react';
import { Button } from './button.tsx';
import styles from './full-message.module.css';

/** A message in the middle of an otherwise empty page, with a button for what to do. */
export function FullMessage(props: {
  readonly title: string;
  readonly body?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly isBusy?: boolean;
  readonly isError?: boolean;
}): JSX.Element {
  const { title, body, action, isBusy = false, isError = false } = props;
  return (
    <div className={styles['message']} role={isError ? 'alert' : 'status'} aria-busy={isBusy}>
      {isBusy && <span className={styles['pulse']} aria-hidden="true" />}
      <p className={styles['title']}>{title}</p>
      {body !== undefined && <p className={styles['body']}>{body}</p>}
      {action !== undefined && (
        <Button kind="primary" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
