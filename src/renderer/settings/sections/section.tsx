import { useId, type JSX, type ReactNode } from 'react';
import styles from './section.module.css';

/** A section of the settings with its title. */
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

/** A help text: where to click, or what to watch out for. */
export function Help({ children }: { readonly children: ReactNode }): JSX.Element {
  return <p className={styles['help']}>{children}</p>;
}
