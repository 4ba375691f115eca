import type { JSX, ReactNode } from 'react';
import styles from './tour-body.module.css';

/** A real part of the app, only to look at: nothing in it can be reached, and the words beside it say what it shows. */
export function Exhibit({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <div className={styles['exhibit']} inert aria-hidden="true">
      {children}
    </div>
  );
}
