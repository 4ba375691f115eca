import type { Health, HealthEntry, HealthPart } from '../../../shared/health/health.ts';
import { createLive, useLive } from '../../live.ts';
import { useShop } from '../../shop-context.ts';

/** Returns how a part of the app is right now; null until main has answered. */
export function usePartHealth(part: HealthPart): HealthEntry | null {
  return useHealth()?.[part] ?? null;
}

/** Returns how the app is right now; null until main has answered. */
export function useHealth(): Health | null {
  const { api } = useShop();
  const health = useLive<Health>(() =>
    createLive({
      read: () => api['health:read'](),
      listen: (apply) => api.on('health:changed', (next) => apply(() => next)),
    }),
  );
  return health.state.phase === 'ready' ? health.state.value : null;
}
