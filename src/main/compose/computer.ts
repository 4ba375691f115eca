import type { Config } from '../config.ts';
import { createComputer } from '../core/updates/computer.ts';
import type { Log } from '../log.ts';
import { createKeepAwake, watchSessionEnd } from '../shell/power.ts';
import { createLoginItem } from '../shell/login-item.ts';
import { createUpdateNetwork, createUpdater } from '../shell/updater.ts';
import type { WayOut } from '../shell/way-out.ts';
import { timing } from '../timing.ts';
import { composeBackup } from './backup.ts';

type ComputerDeps = Parameters<typeof createComputer>[0];

/** Returns the app's life on this computer, over the system's login items, sleep and installer. */
export function composeComputer(
  deps: Omit<Parameters<typeof composeBackup>[0], 'restart'> &
    Pick<
      ComputerDeps,
      'settings' | 'save' | 'shopHours' | 'openAlerts' | 'lastWebhookAt' | 'storeUpkeep' | 'now' | 'onChange'
    > & {
      readonly config: Config;
      readonly wayOut: WayOut;
      readonly log: Log;
    },
) {
  const { config, log } = deps;
  const { launch } = config;
  const computer = createComputer({
    ...deps,
    isDemo: config.demo,
    isHidden: config.hidden,
    monotonicMs: timing.monotonicMs,
    keepAwake: createKeepAwake(),
    loginItem: createLoginItem({
      command: [launch.executable ?? process.execPath, ...launch.atLogin],
      searchPath: config.searchPath,
      desktops: config.desktops,
      log,
    }),
    updater: createUpdater({
      restart: launch,
      developmentConfig: config.developmentUpdateConfig,
      prepareNetwork: createUpdateNetwork(deps.wayOut),
      log,
    }),
  });
  return {
    ...computer,
    start: (): void => {
      watchSessionEnd(computer.sessionEnds);
      computer.start();
    },
    pages: { ...computer.pages, ...composeBackup({ ...deps, restart: launch }) },
  };
}
