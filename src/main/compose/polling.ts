import { createStoreLight } from '../core/health/to-health.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { SettingsStore } from '../core/settings/configuration.ts';
import { createPolling } from '../core/sync/polling.ts';
import type { Polling } from '../core/sync/types.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { timing } from '../timing.ts';

type PollingDeps = Parameters<typeof createPolling>[0];

/** Returns the polling of the platform, by the app's own clocks. Progress and results are emitted as events. */
export function composePolling(
  deps: Pick<PollingDeps, 'partner' | 'receive' | 'store' | 'notes' | 'now' | 'isStoreDown'> & {
    readonly health: HealthBoard;
    readonly settings: Pick<SettingsStore, 'read'>;
    /** How webhooks arrive. */
    readonly publicAddress: { readonly isOnline: () => boolean; readonly isProven: () => boolean };
    readonly emit: EmitApp;
    readonly log: Log;
  },
): Polling {
  const { emit, publicAddress } = deps;
  return createPolling({
    ...timing,
    ...deps,
    storeLight: createStoreLight(deps.health),
    alertAfterMinutes: () => deps.settings.read().alerts.connectionAfterMinutes,
    isProven: () => publicAddress.isOnline() && publicAddress.isProven(),
    publish: (changes, gapMinutes, back) => emit('orders-committed', { changes, gapMinutes, back }),
    onFound: (changes) => emit('orders-found', changes),
    onConnection: (raised, closed) => emit('alerts-moved', { raised, closed }),
    onProgress: (progress) => emit('sync-progress', progress),
    onAsked: () => emit('sync-asked', null),
    onPolled: (outcome) => emit('sync-ended', outcome),
  });
}
