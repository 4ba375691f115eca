import type { Health } from '../../shared/health/health.ts';
import type { AppInfo } from '../../shared/ipc-contract.ts';
import { ownVersion } from '../shell/updates/versions.ts';
import { composeComputer } from './computer.ts';
import { composeDiagnostics } from './diagnostics.ts';

/** Returns what keeps the app in order on this computer over the years. */
export function composeUpkeep(
  deps: Parameters<typeof composeDiagnostics>[0] & Parameters<typeof composeComputer>[0],
) {
  const diagnostics = composeDiagnostics(deps);
  const computer = composeComputer(deps);
  return {
    start: (): void => {
      diagnostics.start();
      computer.start();
    },
    stop: async (): Promise<void> => {
      await computer.stop();
      diagnostics.stop();
    },
    /** Receives the new health. */
    follow: (health: Health): void => diagnostics.follow(health),
    startsHidden: computer.startsHidden,
    followSettings: computer.followSettings,
    minute: computer.minute,
    mayBeReplaced: computer.mayBeReplaced,
    info: (): AppInfo => ({
      version: ownVersion(),
      platform: process.platform,
      timeZone: deps.shopTimeZone(),
      language: deps.storage.settings.read().language,
      demo: deps.config.demo,
    }),
    /** Requests from pages. */
    pages: { computer: computer.pages, diagnostics },
  };
}
