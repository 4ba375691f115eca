import { createPolling } from '../core/sync/polling.ts';
import type { Polling } from '../core/sync/types.ts';
import type { WebhookEvidence } from '../core/inbound/webhook-evidence.ts';
import type { Log } from '../log.ts';
import type { SettingsStore } from '../core/settings/configuration.ts';
import type { Desk } from '../shell/presenter.ts';
import { timing } from '../timing.ts';

type PollingDeps = Parameters<typeof createPolling>[0];

/** The road by which the app asks the platform. What it finds and how it goes is shown on the desk. */
export function createPollingRoad(
  deps: Pick<PollingDeps, 'partner' | 'receive' | 'store' | 'notes' | 'health' | 'now' | 'isStoreDown'> & {
    readonly settings: SettingsStore;
    /** By which webhooks come. */
    readonly road: () => Pick<WebhookEvidence, 'isProven' | 'noteFound'>;
    readonly desk: Desk;
    readonly log: Log;
  },
): Polling {
  const { settings, desk } = deps;
  return createPolling({
    ...timing,
    ...deps,
    alertAfterMinutes: () => settings.read().alerts.connectionAfterMinutes,
    publish: desk.publish,
    isProven: () => deps.road().isProven(),
    onFound: (changes) => deps.road().noteFound(changes),
    onConnection: desk.showAlerts,
    onProgress: (progress) => desk.broadcast('refresh:progress', progress),
    // Whoever asks by hand looks at the menu.
    onAsked: () => desk.showTray('now'),
    onPolled: desk.showPoll,
  });
}
