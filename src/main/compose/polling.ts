import { createPolling } from '../core/sync/polling.ts';
import { createStoreLight } from '../core/health/to-health.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { Polling } from '../core/sync/types.ts';
import type { WebhookEvidence } from '../core/inbound/webhook-evidence.ts';
import type { Log } from '../log.ts';
import type { SettingsStore } from '../core/settings/configuration.ts';
import type { Presenter } from '../shell/presenter.ts';
import { timing } from '../timing.ts';

type PollingDeps = Parameters<typeof createPolling>[0];

/** The road by which the app asks the platform. What it finds and how it goes is shown by the presenter. */
export function composePolling(
  deps: Pick<PollingDeps, 'partner' | 'receive' | 'store' | 'notes' | 'now' | 'isStoreDown'> & {
    readonly health: HealthBoard;
    readonly settings: SettingsStore;
    /** By which webhooks come. */
    readonly road: () => Pick<WebhookEvidence, 'isProven' | 'noteFound'> & {
      readonly isOnline: () => boolean;
    };
    readonly presenter: Presenter;
    readonly log: Log;
  },
): Polling {
  const { settings, presenter } = deps;
  return createPolling({
    ...timing,
    ...deps,
    storeLight: createStoreLight(deps.health),
    alertAfterMinutes: () => settings.read().alerts.connectionAfterMinutes,
    publish: presenter.publish,
    isProven: () => deps.road().isOnline() && deps.road().isProven(),
    onFound: (changes) => deps.road().noteFound(changes),
    onConnection: presenter.showAlerts,
    onProgress: (progress) => presenter.broadcast('refresh:progress', progress),
    // Whoever asks by hand looks at the menu.
    onAsked: () => presenter.showTray('now'),
    onPolled: presenter.showPoll,
  });
}
