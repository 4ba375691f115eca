import type { ComputerSettings, ComputerSwitch, ComputerView, LoginItem } from '../../../shared/computer.ts';
import type { SettingsView } from '../../../shared/ipc-contract.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Now } from '../../../shared/time.ts';
import { awayMs } from '../inbound/webhook-proof.ts';
import { createUpkeep } from '../storage/upkeep.ts';
import type { UpdateFacts } from './plan.ts';
import { createUpdateScheduler, type Updater } from './scheduler.ts';
import { staysAwake, type ShopHours } from './shop-hours.ts';

type UpkeepDeps = Parameters<typeof createUpkeep>[0];

/** Returns what the app does on this computer: it starts with it, keeps it awake, and keeps itself and its files up to date. */
export function createComputer(deps: {
  readonly isDemo: boolean;
  /** The command line asks for a start in the tray. */
  readonly isHidden: boolean;
  readonly settings: () => Settings;
  readonly save: (settings: Settings) => Promise<{ readonly ok: boolean }>;
  readonly shopHours: () => ShopHours;
  readonly openAlerts: () => readonly unknown[];
  readonly lastWebhookAt: () => string | null;
  /** The entry that starts the app at login. */
  readonly loginItem: {
    readonly read: () => LoginItem;
    readonly set: (on: boolean) => unknown;
    /** Registers the app again when the registered program is gone. */
    readonly mend: () => void;
    readonly hasStartedApp: () => boolean;
  };
  /** Keeps the computer from going to sleep by itself. */
  readonly keepAwake: { readonly set: (on: boolean) => void; readonly isOn: () => boolean };
  readonly updater: Updater;
  readonly storeUpkeep: Pick<UpkeepDeps, 'measure' | 'perform'>;
  readonly monotonicMs: () => number;
  readonly now: Now;
  /** The view changed. */
  readonly onChange: () => void;
  readonly log: UpkeepDeps['log'];
}) {
  const { isDemo, loginItem, keepAwake, monotonicMs, now, onChange, log } = deps;
  const startedMs = monotonicMs();
  const preferences = (): ComputerSettings => deps.settings().computer;
  let isReceiving = false;
  let isSessionEnding = false;

  const facts = (): Omit<UpdateFacts, 'state'> => {
    const lastWebhookAt = deps.lastWebhookAt();
    return {
      // A demonstration beside the shop's app must not replace the program while that runs.
      automatic: preferences().automaticUpdates && !isDemo,
      hours: deps.shopHours(),
      openAlerts: deps.openAlerts().length,
      upMs: monotonicMs() - startedMs,
      now: now(),
      quietMs: lastWebhookAt === null ? null : awayMs(lastWebhookAt, now()),
    };
  };
  const updates = createUpdateScheduler({ updater: deps.updater, facts, now, onChange, log });
  const keepStore = createUpkeep({ ...deps.storeUpkeep, facts, monotonicMs, log });
  const followAwake = (): void => {
    const before = keepAwake.isOn();
    keepAwake.set(staysAwake({ ...preferences(), isReceiving, hours: deps.shopHours() }));
    if (keepAwake.isOn() !== before) onChange();
  };
  const view = (): ComputerView => ({
    ...preferences(),
    loginItem: loginItem.read(),
    isKeptAwake: keepAwake.isOn(),
    update: updates.state(),
    installBlock: updates.block(),
  });

  return {
    start: (): void => {
      if (!isDemo) loginItem.mend();
    },
    /** The computer shuts down, or its user signs out. */
    sessionEnds: (): void => {
      isSessionEnding = true;
      log.info('The session ends');
    },
    /** Returns whether to start in the tray, without a window: at the user's request, or because the computer started the app. */
    startsHidden: (): boolean => deps.isHidden || loginItem.hasStartedApp(),
    /** Settings or secrets changed. */
    followSettings: ({ configured }: Pick<SettingsView, 'configured'>): void => {
      isReceiving = configured;
      followAwake();
    },
    /** Call it every minute. */
    minute: (): void => {
      followAwake();
      keepStore();
      updates.tick();
    },
    /** Returns whether an update may be put in the place of this program when the app ends. */
    mayBeReplaced: (): boolean => ['downloading', 'ready'].includes(updates.state().kind),
    stop: (): void => {
      keepAwake.set(false);
      updates.stop({ isSessionEnding });
    },
    /** Requests from pages. */
    pages: {
      view,
      setLoginItem: (on: boolean): ComputerView => {
        loginItem.set(on);
        return view();
      },
      /** Returns false when it could not be saved. */
      setSwitch: async (name: ComputerSwitch, on: boolean): Promise<boolean> => {
        const settings = deps.settings();
        const saved = await deps.save({ ...settings, computer: { ...settings.computer, [name]: on } });
        return saved.ok;
      },
      checkUpdate: updates.checkNow,
      installUpdate: updates.installNow,
    },
  };
}
