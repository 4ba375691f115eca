import type { JSX, ReactNode } from 'react';
import styles from './table-room.module.css';

/** A table that is wider than its page is moved sideways by itself, and the page stays where it is. */
export function TableRoom({ children }: { readonly children: ReactNode }): JSX.Element {
  return <div className={styles['room']}>{children}</div>;
}
