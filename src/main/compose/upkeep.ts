import type { Health } from '../../shared/health.ts';
import type { AppInfo } from '../../shared/ipc-contract.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import { shopHoursAt } from '../core/updates/shop-hours.ts';
import type { EmitApp } from '../events.ts';
import { ownVersion } from '../shell/versions.ts';
import { composeComputer } from './computer.ts';
import { composeDiagnostics } from './diagnostics.ts';

type DiagnosticsDeps = Parameters<typeof composeDiagnostics>[0];
type ComputerDeps = Parameters<typeof composeComputer>[0];

/** Returns what keeps the app in order on this computer over the years. */
export function composeUpkeep(
  deps: DiagnosticsDeps &
    Omit<ComputerDeps, 'settings' | 'save' | 'shopHours' | 'openAlerts' | 'lastWebhookAt' | 'onChange'> & {
      readonly orders: { readonly openAlerts: ComputerDeps['openAlerts'] };
      readonly notes: { readonly lastWebhookAt: ComputerDeps['lastWebhookAt'] };
      readonly configuration: Pick<Configuration, 'save'>;
      /** IANA name. */
      readonly shopTimeZone: () => string;
      readonly emit: EmitApp;
    },
) {
  const settings = deps.settings.read;
  const diagnostics = composeDiagnostics(deps);
  const computer = composeComputer({
    ...deps,
    settings,
    save: deps.configuration.save,
    openAlerts: deps.orders.openAlerts,
    lastWebhookAt: deps.notes.lastWebhookAt,
    shopHours: () => shopHoursAt(settings().hours, deps.shopTimeZone(), new Date(deps.now())),
    onChange: () => deps.emit('computer-changed', null),
  });
  return {
    start: (): void => {
      diagnostics.start();
      computer.start();
    },
    stop: (): void => {
      computer.stop();
      diagnostics.stop();
    },
    /** Receives the new health. */
    follow: (health: Health): void => diagnostics.follow(health),
    startsHidden: computer.startsHidden,
    followSettings: computer.followSettings,
    minute: computer.minute,
    info: (): AppInfo => ({
      version: ownVersion(),
      platform: process.platform,
      timeZone: deps.shopTimeZone(),
      language: settings().language,
      demo: deps.config.demo,
    }),
    /** Requests from pages. */
    pages: { computer: computer.pages, diagnostics },
  };
}
