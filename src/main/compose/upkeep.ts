import { app } from 'electron';
import type { Health } from '../../shared/health.ts';
import type { AppInfo } from '../../shared/ipc-contract.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Desk } from '../shell/desk.ts';
import { composeDiagnostics } from './diagnostics.ts';

/** What keeps the app in order on this computer over the years. */
export function composeUpkeep(
  deps: Parameters<typeof composeDiagnostics>[0] & {
    readonly config: { readonly demo: boolean };
    readonly settings: { readonly read: () => Settings };
    /** IANA name. */
    readonly shopTimeZone: () => string;
  },
) {
  const diagnostics = composeDiagnostics(deps);
  return {
    start: diagnostics.start,
    stop: diagnostics.stop,
    /** The health board tells something new. */
    follow: (health: Health): void => diagnostics.follow(health),
    info: (): AppInfo => ({
      version: app.getVersion(),
      platform: process.platform,
      timeZone: deps.shopTimeZone(),
      language: deps.settings.read().language,
      demo: deps.config.demo,
    }),
    /** What the pages ask of it. */
    pages: (desk: Pick<Desk, 'openDiagnostics'>) => ({
      ...diagnostics,
      openDiagnostics: desk.openDiagnostics,
    }),
  };
}
