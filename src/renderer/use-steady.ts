import { useEffect, useState } from 'react';

/** Returns false for `waitMs` after the shown content changed: a click in that time was meant for the old content. */
export function useSteady(shown: string, waitMs: number): boolean {
  const [steady, setSteady] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSteady(shown), waitMs);
    return () => clearTimeout(timer);
  }, [shown, waitMs]);
  return steady === shown;
}
