import type { ComputerSettings, ComputerSwitch, ComputerView } from '../../shared/computer.ts';
import type { SaveOutcome, SettingsView } from '../../shared/ipc-contract.ts';
import type { Settings } from '../../shared/settings.ts';
import { msBetween } from '../../shared/time.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Config } from '../config.ts';
import type { SyncNotes } from '../core/support/notes.ts';
import type { OrderStore } from '../core/orders/types.ts';
import { createUpdateScheduler } from '../core/updates/scheduler.ts';
import { staysAwake, type ShopHours } from '../core/updates/shop-hours.ts';
import { planUpkeep } from '../core/storage/upkeep-plan.ts';
import type { Log } from '../log.ts';
import { createKeepAwake, watchSessionEnd } from '../shell/power.ts';
import { createLoginItem } from '../shell/login-item.ts';
import { createUpdateNetwork, createUpdater } from '../shell/updater.ts';
import type { WayOut } from '../shell/way-out.ts';
import type { StoreUpkeep } from '../store/store-upkeep.ts';
import { timing } from '../timing.ts';
import { composeBackup } from './backup.ts';

/**
 * Returns what the app does on this computer: it starts with it, keeps it awake, and keeps itself and its files up to
 * date.
 */
export function composeComputer(
  deps: Omit<Parameters<typeof composeBackup>[0], 'restart'> & {
    readonly config: Config;
    readonly settings: { readonly read: () => Settings };
    readonly texts: () => Texts;
    readonly notes: Pick<SyncNotes, 'lastWebhookAt'>;
    readonly orders: Pick<OrderStore, 'openAlerts'>;
    readonly storeUpkeep: StoreUpkeep;
    readonly shopHours: () => ShopHours;
    /** The view changed. */
    readonly onChange: () => void;
    readonly wayOut: WayOut;
    readonly log: Log;
  },
) {
  const { config, orders, log, shopHours } = deps;
  const restart = config.launch;
  const startedMs = timing.monotonicMs();
  const preferences = (): ComputerSettings => deps.settings.read().computer;
  const keepAwake = createKeepAwake();
  const loginItem = createLoginItem({ ...config, command: startCommand(config), log });
  let isReceiving = false;
  let isSessionEnding = false;

  const facts = () => {
    const lastWebhookAt = deps.notes.lastWebhookAt();
    return {
      automatic: preferences().automaticUpdates && !config.demo,
      hours: shopHours(),
      openAlerts: orders.openAlerts().length,
      upMs: timing.monotonicMs() - startedMs,
      now: deps.now(),
      quietMs: lastWebhookAt === null ? null : msBetween(lastWebhookAt, deps.now()),
    };
  };
  const updates = createUpdateScheduler({
    updater: createUpdater({
      restart,
      developmentConfig: config.developmentUpdateConfig,
      prepareNetwork: createUpdateNetwork(deps.wayOut),
      log,
    }),
    facts,
    now: deps.now,
    onChange: deps.onChange,
    log,
  });
  const view = (): ComputerView => ({
    ...preferences(),
    loginItem: loginItem.read(),
    isKeptAwake: keepAwake.isOn(),
    update: updates.state(),
    installBlock: updates.block(),
  });
  const followAwake = (): void => {
    const before = keepAwake.isOn();
    const hours = shopHours();
    keepAwake.set(staysAwake({ ...preferences(), isReceiving, hours }));
    if (keepAwake.isOn() !== before) deps.onChange();
  };
  const keepStore = (): void => {
    try {
      const { openAlerts, quietMs, hours } = facts();
      const measure = deps.storeUpkeep.measure();
      const step = planUpkeep({ measure, openAlerts, quietMs, mayBeBusy: hours !== 'open' });
      if (step.kind === 'none') return;
      const fromMs = timing.monotonicMs();
      deps.storeUpkeep.perform(step);
      log.info(`The orders file: ${step.kind} took ${(timing.monotonicMs() - fromMs).toFixed(0)} ms`);
    } catch (error) {
      log.error('The orders file could not be put in order; tried again in a minute', error);
    }
  };

  return {
    start: (): void => {
      watchSessionEnd(() => {
        isSessionEnding = true;
        log.info('The session ends');
      });
      if (!config.demo) loginItem.mend();
    },
    /**
     * Returns whether to start in the tray, without a window: at the user's request, or because the computer started
     * the app.
     */
    startsHidden: (): boolean => config.hidden || loginItem.hasStartedApp(),
    /** Settings or secrets changed. */
    followSettings: (current: SettingsView): void => {
      isReceiving = current.configured;
      followAwake();
    },
    minute: (): void => {
      followAwake();
      keepStore();
      // The shop's app does that. A demonstration beside it must not replace the program while it runs.
      if (!config.demo) updates.tick();
    },
    stop: (): void => {
      keepAwake.set(false);
      updates.stop({ isSessionEnding });
    },
    pages: (save: (settings: Settings) => Promise<SaveOutcome>) => ({
      ...composeBackup({ ...deps, restart }),
      view,
      setLoginItem: (on: boolean): ComputerView => {
        loginItem.set(on);
        return view();
      },
      setSwitch: async (name: ComputerSwitch, on: boolean): Promise<boolean> => {
        const settings = deps.settings.read();
        const saved = await save({ ...settings, computer: { ...settings.computer, [name]: on } });
        return saved.ok;
      },
      checkUpdate: updates.checkNow,
      installUpdate: updates.installNow,
    }),
  };
}

/** Returns the command that starts this copy of the app with the shop's profile, in the tray. */
function startCommand({ launch, shopDir }: Config): readonly string[] {
  const others = launch.toShop.filter((arg) => !arg.startsWith('--profile='));
  const profile = shopDir === null ? [] : [`--profile=${shopDir}`];
  return [launch.executable ?? process.execPath, ...others, '--hidden', ...profile];
}
