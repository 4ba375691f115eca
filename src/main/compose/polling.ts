import { createStoreLight } from '../core/health/to-health.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import { createPolling } from '../core/sync/polling.ts';
import type { Polling } from '../core/sync/types.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { timing } from '../timing.ts';
import type { Storage } from './resilient-storage.ts';

type PollingDeps = Parameters<typeof createPolling>[0];

/** Returns the polling of the platform, by the app's own clocks. Progress and results are emitted as events. */
export function composePolling(deps: {
  readonly storage: Pick<Storage, 'settings' | 'orders' | 'receive' | 'notes' | 'isStoreDown' | 'now'>;
  readonly configuration: Pick<Configuration, 'recheck'>;
  readonly partner: PollingDeps['partner'];
  readonly publicAddress: { readonly webhooksArrive: () => boolean };
  readonly health: HealthBoard;
  readonly emit: EmitApp;
  readonly log: Log;
}): Polling {
  const { storage, configuration, partner, publicAddress, health, emit, log } = deps;
  return createPolling({
    ...timing,
    partner,
    store: storage.orders,
    receive: storage.receive,
    notes: storage.notes,
    isStoreDown: storage.isStoreDown,
    now: storage.now,
    health,
    storeLight: createStoreLight(health),
    alertAfterMinutes: () => storage.settings.read().alerts.connectionAfterMinutes,
    webhooksArrive: publicAddress.webhooksArrive,
    recheck: configuration.recheck,
    publish: (news) => emit('orders-committed', news),
    onFound: (changes) => emit('orders-found', changes),
    onConnection: (raised, closed) => emit('alerts-moved', { raised, closed }),
    onProgress: (progress) => emit('sync-progress', progress),
    onAsked: () => emit('sync-asked', null),
    onPolled: (outcome) => emit('sync-ended', outcome),
    log,
  });
}
