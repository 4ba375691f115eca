import { useId, type JSX, type ReactNode } from 'react';
import styles from './section.module.css';

/** A named part of the settings. */
export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): JSX.Element {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id} className={styles['title']} tabIndex={-1}>
        {title}
      </h2>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}

/** Where to click, or what to mind. */
export function Help({ children }: { readonly children: ReactNode }): JSX.Element {
  return <p className={styles['help']}>{children}</p>;
}
