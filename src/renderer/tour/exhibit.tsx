import type { JSX, ReactNode } from 'react';
import styles from './tour-body.module.css';

/** A real component of the app as a picture: nothing in it can be used, and the text beside it says what it shows. */
export function Exhibit({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <div className={styles['exhibit']} inert aria-hidden="true">
      {children}
    </div>
  );
}
