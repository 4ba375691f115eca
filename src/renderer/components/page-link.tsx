import type { JSX, ReactNode } from 'react';
import { OutsideIcon } from './icons.tsx';
import styles from './page-link.module.css';

/** A page of the web, which main opens in the browser of the system when it is one of `LINKS`. */
export function PageLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <a className={styles['link']} href={href} target="_blank" rel="noreferrer">
      {children}
      <OutsideIcon />
    </a>
  );
}
