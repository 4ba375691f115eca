import { useEffect, useState } from 'react';

/** False for `waitMs` after what is shown became something else: nobody can have meant a click on it yet. */
export function useSteady(shown: string, waitMs: number): boolean {
  const [steady, setSteady] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSteady(shown), waitMs);
    return () => clearTimeout(timer);
  }, [shown, waitMs]);
  return steady === shown;
}
