import { useLayoutEffect, useState, type RefObject } from 'react';

/** The height of a row in a list of at least this width. */
export type RowStep = { readonly fromRem: number; readonly heightRem: number };

/** The widest first; order-row.module.css folds a row at the same widths. */
export const ORDER_STEPS: readonly RowStep[] = [
  { fromRem: 44, heightRem: 7 },
  { fromRem: 32, heightRem: 10 },
  { fromRem: 26, heightRem: 11.25 },
  { fromRem: 22, heightRem: 12.75 },
  { fromRem: 0, heightRem: 14.25 },
];

/** Returns the height of one row in pixels. It depends on the text size and the width of the list. */
export function useRowHeight(list: RefObject<HTMLElement | null>, steps: readonly RowStep[]): number {
  const [height, setHeight] = useState(() => heightOf(0, steps));
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => setHeight(heightOf(element.clientWidth, steps));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Another text size changes no list: a list of the same width has rows of another height.
    const probe = document.createElement('div');
    probe.style.cssText = 'position:absolute;width:1rem;visibility:hidden';
    element.append(probe);
    observer.observe(probe);
    return () => {
      observer.disconnect();
      probe.remove();
    };
  }, [list, steps]);
  return height;
}

/** A list without a width has not been laid out yet. */
function heightOf(width: number, steps: readonly RowStep[]): number {
  const rem = remPx();
  const step = width === 0 ? steps[0] : steps.find(({ fromRem }) => width >= fromRem * rem);
  return (step?.heightRem ?? 0) * rem;
}

function remPx(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? size : 16;
}
