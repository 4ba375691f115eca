import type { Health } from '../../shared/health.ts';
import type { AppInfo } from '../../shared/ipc-contract.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import { shopHoursAt } from '../core/updates/shop-hours.ts';
import type { EmitApp } from '../events.ts';
import { ownVersion } from '../shell/versions.ts';
import { composeComputer } from './computer.ts';
import { composeDiagnostics } from './diagnostics.ts';

type Deps = Parameters<typeof composeDiagnostics>[0] &
  Omit<Parameters<typeof composeComputer>[0], 'shopHours' | 'onChange'> & {
    /** IANA name. */
    readonly shopTimeZone: () => string;
    readonly configuration: Pick<Configuration, 'save'>;
    readonly emit: EmitApp;
  };

/** Returns what keeps the app in order on this computer over the years. */
export function composeUpkeep(deps: Deps) {
  const diagnostics = composeDiagnostics(deps);
  const computer = composeComputer({
    ...deps,
    shopHours: () => shopHoursAt(deps.settings.read().hours, deps.shopTimeZone(), new Date(deps.now())),
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
      language: deps.settings.read().language,
      demo: deps.config.demo,
    }),
    /** Requests from pages. */
    pages: { computer: computer.pages(deps.configuration.save), diagnostics },
  };
}
