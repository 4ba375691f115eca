import type { Texts } from '../../shared/texts/texts.ts';
import type { Config } from '../config.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import { createComputer } from '../core/updates/computer.ts';
import { shopHoursAt } from '../core/updates/shop-hours.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { createKeepAwake, watchSessionEnd } from '../shell/power.ts';
import { createLoginItem } from '../shell/process/login-item.ts';
import { createUpdateNetwork, createUpdater } from '../shell/updates/updater.ts';
import type { WayOut } from '../shell/way-out.ts';
import { timing } from '../timing.ts';
import { composeBackup } from './settings/backup.ts';
import type { Storage } from './resilient-storage.ts';

/** Returns the app's life on this computer, over the system's login items, sleep and installer. */
export function composeComputer(deps: {
  readonly storage: Pick<
    Storage,
    'settings' | 'orders' | 'notes' | 'storeUpkeep' | 'writeBackup' | 'readBackup' | 'stageRestore' | 'now'
  >;
  readonly config: Config;
  readonly configuration: Pick<Configuration, 'save'>;
  readonly wayOut: WayOut;
  readonly texts: () => Texts;
  /** IANA name. */
  readonly shopTimeZone: () => string;
  readonly emit: EmitApp;
  readonly log: Log;
}) {
  const { storage, config, texts, log } = deps;
  const { launch } = config;
  const { now } = storage;
  const settings = storage.settings.read;
  const updater = createUpdater({
    restart: launch,
    developmentConfig: config.developmentUpdateConfig,
    prepareNetwork: createUpdateNetwork(deps.wayOut),
    log,
  });
  const computer = createComputer({
    settings,
    save: deps.configuration.save,
    shopHours: () => shopHoursAt(settings().hours, deps.shopTimeZone(), new Date(now())),
    openAlerts: storage.orders.openAlerts,
    lastWebhookAt: storage.notes.lastWebhookAt,
    storeUpkeep: storage.storeUpkeep,
    onChange: () => deps.emit('computer-changed', null),
    now,
    log,
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
    updater,
  });
  return {
    ...computer,
    start: (): void => {
      watchSessionEnd(computer.sessionEnds);
      computer.start();
    },
    stop: async (): Promise<void> => {
      computer.stop();
      await updater.leave();
    },
    pages: { ...computer.pages, ...composeBackup({ storage, texts, restart: launch, log }) },
  };
}
