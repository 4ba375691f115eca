import { app as electronApp } from 'electron';
import { composeAudit } from './compose/audit.ts';
import { composeConfiguration } from './compose/settings/configuration.ts';
import { composeDay } from './compose/day.ts';
import { composeDemo } from './compose/demo.ts';
import { composeFoundation } from './compose/foundation.ts';
import { composeHands } from './compose/hands.ts';
import { composeIntake } from './compose/intake.ts';
import { composeOutgoing } from './compose/outgoing.ts';
import { composeOutlet } from './compose/outlet.ts';
import { composePages } from './compose/pages.ts';
import { composePaper } from './compose/paper.ts';
import { composePower } from './compose/power.ts';
import { composePresenter } from './compose/presenter.ts';
import { composeSetup } from './compose/settings/setup.ts';
import { composeSoundWatch } from './compose/sound-watch.ts';
import { composeUpkeep } from './compose/upkeep.ts';
import type { Config } from './config.ts';
import { createEvents } from './core/support/events.ts';
import type { AppEvents } from './events.ts';
import type { Log } from './log.ts';
import { createReadSecrets } from './read-secret.ts';
import type { Redactor } from './redact.ts';
import type { AppTray } from './shell/tray/tray.ts';
import { createWayOut } from './shell/way-out.ts';
import { whoHears } from './wiring.ts';

export type App = {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Shows the counter window. */
  readonly open: () => void;
};

/**
 * Builds every part, the lower layers first. A part gets those built before it and tells the others by events. The only
 * place that knows more than one edge.
 */
export function createApp(env: {
  readonly config: Config;
  readonly profileDir: string;
  readonly shopDir: string;
  readonly appPath: string;
  /** Made first, so that the icon is there while the rest loads. */
  readonly tray: AppTray;
  readonly log: Log;
  readonly redactor: Redactor;
}): App {
  const { config, profileDir, shopDir, appPath, tray, log, redactor } = env;
  const { emit, emitAndWait, connect } = createEvents<AppEvents>({
    onError: (event, error) => log.error(`Not everybody could follow "${event}"`, error),
  });

  // Time, health and storage; settings and secrets.
  const foundation = composeFoundation({ profileDir, config, emit, log });
  const { clock, health, storage, texts, shopTimeZone } = foundation;
  const secrets = createReadSecrets(storage.vault, redactor);
  const configuration = composeConfiguration({ storage, emitAndWait });

  // How orders arrive: by webhook or by sync.
  const wayOut = createWayOut({ variables: config.proxies, redactor, log });
  const { fetch } = wayOut;
  const intake = composeIntake({ storage, configuration, secrets, clock, health, config, fetch, emit, log });
  const { publicAddress, polling } = intake;

  const outlet = composeOutlet({ ...foundation, configuration, partner: intake.partner, log });

  // What people see and hear, and the record of it.
  const presenter = composePresenter({
    appPath,
    tray,
    config,
    storage,
    configuration,
    clock,
    health,
    texts,
    shopTimeZone,
    isRefreshing: polling.isAsked,
    onQuit: () => electronApp.quit(),
    emit,
    log,
  });
  const soundWatch = composeSoundWatch({ presenter, health, texts });
  const audit = composeAudit({ storage, readOne: intake.readOne, presenter, soundWatch, emit, log });

  const hands = composeHands({ storage, configuration, presenter, config, texts, log });

  // Places of the owner that hear of it too.
  const outgoing = composeOutgoing({ ...foundation, presenter, publicAddress, secrets, fetch, emit, log });
  const paper = composePaper({ storage, health, texts, shopTimeZone, clock, emit, log });

  // Setup, and what the app does on this computer.
  const setup = composeSetup({
    ...intake,
    storage,
    configuration,
    secrets,
    presenter,
    soundWatch,
    health,
    texts,
    fetch,
    emit,
  });
  const upkeep = composeUpkeep({
    profileDir,
    config,
    redactor,
    storage,
    configuration,
    secrets,
    health,
    wayOut,
    texts,
    shopTimeZone,
    emit,
    log,
  });
  const demo = composeDemo({
    appPath,
    profileDir,
    shopDir,
    config,
    storage,
    configuration,
    presenter,
    polling,
    publicAddress,
    texts,
    emit,
    log,
  });
  const day = composeDay({ storage, texts, shopTimeZone, log });
  const power = composePower({ emit });

  const parts = {
    audit,
    configuration,
    demo,
    hands,
    health,
    outgoing,
    outlet,
    paper,
    polling,
    presenter,
    publicAddress,
    setup,
    soundWatch,
    texts,
    upkeep,
  };
  connect(whoHears({ ...foundation, ...parts }));
  const pages = composePages({ ...parts, day, appPath, config, storage, log });

  const start = async (): Promise<void> => {
    upkeep.start();
    presenter.showTray();
    pages.start();
    foundation.start();
    audit.start();
    paper.start();
    presenter.start();
    hands.start();
    await demo.prepare();
    await Promise.all([publicAddress.hold(), configuration.apply()]);
    power.start();
    soundWatch.start();
    if (!upkeep.startsHidden()) presenter.open();
    await demo.play();
  };

  const stop = async (): Promise<void> => {
    demo.stop();
    power.stop();
    soundWatch.stop();
    outlet.stop();
    await polling.stop();
    await publicAddress.stop();
    paper.stop();
    audit.stop();
    await outgoing.stop();
    pages.stop();
    hands.stop();
    presenter.stop();
    upkeep.stop();
    await storage.close();
  };

  return { start, stop, open: presenter.open };
}
