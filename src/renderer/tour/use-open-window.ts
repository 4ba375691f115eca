import { useState } from 'react';
import type { WindowContract } from '../../shared/ipc-contract.ts';
import { useShop } from '../shop-context.ts';

type Opener = Extract<keyof WindowContract, `window:${string}`> | 'window:open-diagnostics';

/** Opens another window of the app, and remembers a failure so that the page can show it. */
export function useOpenWindow(channel: Opener): {
  readonly hasFailed: boolean;
  /** Resolves to true when it worked. */
  readonly open: () => Promise<boolean>;
} {
  const { api } = useShop();
  const [hasFailed, setHasFailed] = useState(false);
  const open = (): Promise<boolean> =>
    api[channel]().then(
      () => {
        setHasFailed(false);
        return true;
      },
      // Main has logged the reason.
      () => {
        setHasFailed(true);
        return false;
      },
    );
  return { hasFailed, open };
}
