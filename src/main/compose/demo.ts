import type { DemoCommand, DemoState } from '../../shared/demo.ts';
import { destinationOf } from '../../shared/settings/secret-binding.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Config } from '../config.ts';
import { createCrossing } from '../core/demo/crossing.ts';
import { createDemonstration, type Demonstration } from '../core/demo/demonstration.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import type { Polling } from '../core/sync/types.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { randomSecret } from '../secrets.ts';
import { createDemoProcess } from '../shell/process/demo-process.ts';
import { startBeside, startInstead } from '../shell/process/relaunch.ts';
import type { Presenter } from '../shell/presenter.ts';
import { leaveDemoProfile, readShopFacts } from '../store/profile/demo-profile.ts';
import { freePorts } from '../free-ports.ts';
import { timing } from '../timing.ts';
import type { Storage } from './resilient-storage.ts';

/** Returns the way into the demonstration, what is different inside it, and the way out. */
export function composeDemo(deps: {
  readonly config: Config;
  readonly appPath: string;
  readonly profileDir: string;
  readonly shopDir: string;
  readonly storage: Pick<Storage, 'settings' | 'vault'>;
  readonly configuration: Pick<Configuration, 'apply' | 'isSetUp'>;
  readonly polling: Pick<Polling, 'run'>;
  readonly publicAddress: { readonly pages: { readonly test: () => Promise<unknown> } };
  readonly presenter: Pick<Presenter, 'notify'>;
  readonly emit: EmitApp;
  readonly texts: () => Texts;
  readonly log: Log;
}) {
  const { config, storage, configuration, presenter, log } = deps;
  const { launch } = config;
  const demonstration = config.demo ? composeDemonstration(deps) : null;
  const crossing = createCrossing({
    isDemo: config.demo,
    isConfigured: configuration.isSetUp,
    openBeside: () => {
      const { demo } = deps.texts();
      startBeside(launch.executable, launch.toDemo, {
        onStarted: () => presenter.notify(demo.besideToast),
        onFailed: (error) => {
          log.error('The demonstration could not be opened', error);
          presenter.notify(demo.failedToast);
        },
      });
    },
    startInstead: (other) =>
      startInstead(launch.executable, other === 'demo' ? launch.toDemo : launch.toShop),
    forget: storage.vault.forget,
    leaveProfile: () => leaveDemoProfile(deps.profileDir),
    log,
  });

  return {
    prepare: async (): Promise<void> => demonstration?.prepare(),
    play: async (): Promise<void> => demonstration?.play(),
    stop: (): void => demonstration?.stop(),
    /** Chosen in the tray: enters the demonstration, or leaves it. */
    cross: crossing.cross,
    pages: {
      state: (): DemoState | null => demonstration?.state() ?? null,
      command: (command: DemoCommand): void => demonstration?.command(command),
      enter: crossing.enter,
      leave: crossing.leave,
    },
  };
}

function composeDemonstration(deps: Parameters<typeof composeDemo>[0]): Demonstration {
  const { config, polling, log } = deps;
  const { settings, vault } = deps.storage;
  const { port, language } = readShopFacts(deps.shopDir);
  return createDemonstration({
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
    follow: deps.configuration.apply,
    poll: () => polling.run('catch-up'),
    proveTunnel: deps.publicAddress.pages.test,
    schedule: timing.schedule,
    onState: (state) => deps.emit('demo-changed', state),
    log,
  });
}
