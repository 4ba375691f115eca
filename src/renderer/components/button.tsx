import type { ButtonHTMLAttributes, JSX, ReactNode } from 'react';
import styles from './button.module.css';

type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger';

/** A button of at least 44 px. Icon-only buttons need `label`. */
export function Button({
  kind = 'plain',
  icon,
  label,
  children,
  ...rest
}: {
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  readonly label?: string;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'aria-label'>): JSX.Element {
  return (
    <button
      type="button"
      {...rest}
      className={styles['button']}
      data-kind={kind}
      data-square={children === undefined ? 'true' : undefined}
      aria-label={label}
      title={children === undefined ? label : undefined}
    >
      {icon}
      {children}
    </button>
  );
}
