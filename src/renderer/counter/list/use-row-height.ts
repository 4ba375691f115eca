import { useLayoutEffect, useState, type RefObject } from 'react';

const WIDE_REM = 6.75;
const NARROW_REM = 9;
/** The list width below which order-row.module.css and delivery-row.module.css fold a row. Keep them equal. */
const FOLD_REM = 44;

/** Returns the height of one row in pixels. It depends on the text size and the width of the list. */
export function useRowHeight(
  list: RefObject<HTMLElement | null>,
  wideRem: number = WIDE_REM,
  narrowRem: number = NARROW_REM,
): number {
  const [height, setHeight] = useState(() => wideRem * remPx());
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const rem = remPx();
      const width = element.offsetWidth;
      setHeight((width > 0 && width < FOLD_REM * rem ? narrowRem : wideRem) * rem);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, wideRem, narrowRem]);
  return height;
}

function remPx(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? size : 16;
}
