import type { SetupView } from '../../shared/setup.ts';
import { useLive } from '../hooks/use-live.ts';
import { createLive, type LiveState } from '../live.ts';
import { useShop } from '../shop-context.ts';

/** What is proven, read anew whenever something happened that may have proven more. */
export function useSetup(): LiveState<SetupView> {
  const { api } = useShop();
  return useLive<SetupView>(() =>
    createLive({
      read: () => api['setup:read'](),
      listen: (apply) => {
        let turn = 0;
        const readAgain = (): void => {
          turn += 1;
          const mine = turn;
          void api['setup:read']().then(
            (view) => {
              if (mine === turn) apply(() => view);
            },
            // Main has logged why; what is on the screen stays until the next time.
            () => undefined,
          );
        };
        const ends = [
          api.on('settings:changed', readAgain),
          api.on('health:changed', readAgain),
          api.on('deliveries:changed', readAgain),
          api.on('orders:changed', readAgain),
        ];
        return () => {
          for (const end of ends) end();
        };
      },
    }),
  ).state;
}
