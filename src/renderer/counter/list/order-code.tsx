import type { CSSProperties, JSX } from 'react';
import styles from './order-code.module.css';

/** A longer code takes two lines. */
const LINE_EMS = 6.5;
const LEAST_EMS = 2.8;

/** The code that riders say, as large as its length and the room allow. */
export function OrderCode({ code }: { readonly code: string }): JSX.Element {
  const ems = Array.from(code).reduce((sum, char) => sum + emsOf(char), 0);
  // The second line rarely begins exactly in the middle.
  const lineEms = ems <= LINE_EMS ? ems : Math.max(LINE_EMS, ems / 2 + 1.2);
  const style: CSSProperties & { '--ems': string } = { '--ems': Math.max(lineEms, LEAST_EMS).toFixed(2) };
  return (
    <span className={styles['code']} style={style}>
      {code}
    </span>
  );
}

/** How wide a bold character is at most, in its own size. */
function emsOf(char: string): number {
  if (/[-.,:;|/ ]/u.test(char)) return 0.45;
  if (/[WM@%]/iu.test(char)) return 1.12;
  return /[\p{Lu}\p{Script=Han}]/u.test(char) ? 0.85 : 0.72;
}
