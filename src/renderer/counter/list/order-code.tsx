import type { JSX } from 'react';
import styles from './order-code.module.css';

const SHORT_CHARS = 5;
const MIDDLE_CHARS = 9;

/** The code that riders say, as large as its length allows. */
export function OrderCode({ code }: { readonly code: string }): JSX.Element {
  const size = code.length <= SHORT_CHARS ? 'short' : code.length <= MIDDLE_CHARS ? 'middle' : 'long';
  return (
    <span className={styles['code']} data-size={size}>
      {code}
    </span>
  );
}
