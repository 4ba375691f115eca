import { useEffect, useState, type MouseEvent } from 'react';

/** Returns false for `waitMs` after the shown content changed: a click in that time was meant for the old content. */
export function useSteady(shown: string, waitMs: number): boolean {
  const [steady, setSteady] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSteady(shown), waitMs);
    return () => clearTimeout(timer);
  }, [shown, waitMs]);
  return steady === shown;
}

/** Returns a listener without the second click of a double-click, which was meant for what stood there before. */
export function singleClick(run: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.detail < 2) run();
  };
}
