import type { DemoState } from '../../shared/demo.ts';
import { destinationOf } from '../../shared/secret-binding.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Config } from '../config.ts';
import type { SettingsStore } from '../core/settings/configuration.ts';
import { createDemonstration } from '../core/demo/demonstration.ts';
import type { Polling } from '../core/sync/types.ts';
import type { SecretVault } from '../core/settings/types.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { randomSecret } from '../random-secret.ts';
import { createDemoProcess } from '../shell/demo-process.ts';
import { startBeside, startInstead } from '../shell/relaunch.ts';
import type { Presenter } from '../shell/presenter.ts';
import { leaveDemoProfile, readShopFacts } from '../store/demo-profile.ts';
import { freePorts } from '../free-ports.ts';
import { timing } from '../timing.ts';

/** Returns the way into the demonstration, what is different inside it, and the way out. */
export function createDemoMode(deps: {
  readonly config: Config;
  readonly appPath: string;
  readonly profileDir: string;
  readonly shopDir: string;
  readonly settings: SettingsStore;
  readonly vault: SecretVault;
  readonly follow: () => Promise<void>;
  readonly polling: Pick<Polling, 'run'>;
  readonly publicAddress: { readonly pages: { readonly test: () => Promise<unknown> } };
  readonly presenter: Pick<Presenter, 'notify'>;
  readonly emit: EmitApp;
  readonly isConfigured: () => boolean;
  readonly texts: () => Texts;
  readonly log: Log;
}) {
  const { config, presenter, vault, log } = deps;
  const { launch } = config;
  const isDemo = config.demo;
  const demonstration = isDemo ? createOwn(deps) : null;

  const relaunch = (args: readonly string[]): void => startInstead(launch.executable, args);

  /** A shop at work must not fall silent: it goes on, and the demonstration is opened beside it. */
  const openBeside = (): void => {
    const { demo } = deps.texts();
    startBeside(launch.executable, launch.toDemo, {
      onStarted: () => presenter.notify(demo.besideToast),
      onFailed: (error) => {
        log.error('The demonstration could not be opened', error);
        presenter.notify(demo.failedToast);
      },
    });
  };

  const enter = (): void => {
    if (isDemo) return;
    if (deps.isConfigured()) openBeside();
    else relaunch(launch.toDemo);
  };

  const leave = async (): Promise<void> => {
    if (!isDemo) return;
    const made = ['partner-token', 'webhook-secret', 'webhook-secret-previous'] as const;
    await Promise.all(made.map(vault.forget));
    leaveDemoProfile(deps.profileDir);
    relaunch(launch.toShop);
  };

  return {
    prepare: async (): Promise<void> => demonstration?.prepare(),
    play: async (): Promise<void> => demonstration?.play(),
    stop: (): void => demonstration?.stop(),
    /** Chosen in the tray: enters the demonstration, or leaves it. */
    cross: (): void => {
      if (isDemo)
        void leave().catch((error: unknown) => log.error('The demonstration cannot be left', error));
      else enter();
    },
    pages: {
      state: (): DemoState | null => demonstration?.state() ?? null,
      command: (command: Parameters<ReturnType<typeof createDemonstration>['command']>[0]): void =>
        demonstration?.command(command),
      enter,
      leave,
    },
  };
}

function createOwn(deps: Parameters<typeof createDemoMode>[0]) {
  const { config, polling, settings, vault } = deps;
  const { port, language } = readShopFacts(deps.shopDir);
  return createDemonstration({
    ...deps,
    process: createDemoProcess(deps),
    pace: config.demoPace,
    language,
    findPorts: async () => {
      const [apiPort, publicPort, receiverPort] = await freePorts(port);
      return { apiPort, publicPort, receiverPort };
    },
    newSecret: () => randomSecret(24),
    saveSettings: settings.save,
    saveSecret: (name, value) => vault.save(name, value, destinationOf(name, settings.read())),
    poll: () => polling.run('catch-up'),
    proveTunnel: deps.publicAddress.pages.test,
    schedule: timing.schedule,
    onState: (state) => deps.emit('demo-changed', state),
  });
}
