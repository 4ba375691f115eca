import { useLayoutEffect, type RefObject } from 'react';

const SIZES = [1, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3];

/** Sets `--fit` of a part of the page, after each change, to the largest size of 1 at most at which all is inside. */
export function useFit(part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = part.current;
    if (element === null) return undefined;
    const fit = (): void => {
      for (const size of SIZES) {
        element.style.setProperty('--fit', String(size));
        if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth)
          return;
      }
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  });
}
