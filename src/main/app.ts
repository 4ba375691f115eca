import { app as electronApp } from 'electron';
import { composeAudit } from './compose/audit.ts';
import { composeDay } from './compose/day.ts';
import { composeDemo } from './compose/demo.ts';
import { composeFoundation } from './compose/foundation.ts';
import { composeHands } from './compose/hands.ts';
import { composeIntake } from './compose/intake.ts';
import { composeOutgoing } from './compose/outgoing.ts';
import { composeOutlet } from './compose/outlet.ts';
import { composePages } from './compose/pages.ts';
import { composePaper } from './compose/paper.ts';
import { composePresenter } from './compose/presenter.ts';
import { composeSetup } from './compose/settings/setup.ts';
import { composeSoundWatch } from './compose/sound-watch.ts';
import { composeUpkeep } from './compose/upkeep.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Redactor } from './redact.ts';
import { createPower } from './shell/power.ts';
import { createComeBack } from './shell/process/relaunch.ts';
import type { AppTray } from './shell/tray/tray.ts';
import { createWayOut } from './shell/way-out.ts';
import { whoHears } from './wiring.ts';

export type App = {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Shows the counter window; while the app ends, starts it again afterwards. */
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
  const { config } = env;
  const foundation = composeFoundation(env);
  const { emit } = foundation;

  // How orders arrive: by webhook or by sync.
  const wayOut = createWayOut({ ...env, variables: config.proxies });
  const { fetch } = wayOut;
  const intake = composeIntake({ ...foundation, config, fetch });
  const { publicAddress, partner, polling, readOne } = intake;
  const outlet = composeOutlet({ ...foundation, partner });

  // What people see and hear, and the record of it.
  const presenter = composePresenter({
    ...foundation,
    ...env,
    isRefreshing: polling.isAsked,
    onQuit: () => electronApp.quit(),
  });
  const soundWatch = composeSoundWatch({ ...foundation, presenter });
  const audit = composeAudit({ ...foundation, readOne, presenter, soundWatch });
  const hands = composeHands({ ...foundation, presenter, config });

  // Who hears of orders too: places of the owner, and the printer.
  const outgoing = composeOutgoing({ ...foundation, presenter, publicAddress, fetch });
  const paper = composePaper(foundation);

  // Setup, and what the app does on this computer.
  const setup = composeSetup({ ...foundation, ...intake, presenter, soundWatch, fetch });
  const upkeep = composeUpkeep({ ...foundation, ...env, wayOut });
  const demo = composeDemo({ ...foundation, ...env, presenter, polling, publicAddress });
  const day = composeDay(foundation);
  const power = createPower({
    onSuspend: () => emit('suspended', null),
    onResume: () => emit('resumed', null),
    onNetwork: () => emit('network-back', null),
    onTick: () => emit('tick', null),
    onMinute: () => emit('minute', null),
  });

  const parts = {
    ...foundation,
    audit,
    demo,
    hands,
    outgoing,
    outlet,
    paper,
    polling,
    presenter,
    publicAddress,
    setup,
    soundWatch,
    upkeep,
  };
  foundation.connect(whoHears(parts));
  const pages = composePages({ ...parts, ...env, day });

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
    await Promise.all([publicAddress.hold(), foundation.configuration.apply()]);
    power.start();
    soundWatch.start();
    if (!upkeep.startsHidden()) presenter.open();
    await demo.play();
  };

  let isEnding = false;
  const comeBack = createComeBack({ restart: config.launch, mayBeReplaced: upkeep.mayBeReplaced });
  const stop = async (): Promise<void> => {
    isEnding = true;
    const ends: readonly (() => unknown)[] = [
      demo.stop,
      power.stop,
      soundWatch.stop,
      outlet.stop,
      polling.stop,
      publicAddress.stop,
      paper.stop,
      audit.stop,
      outgoing.stop,
      pages.stop,
      hands.stop,
      presenter.stop,
      upkeep.stop,
      wayOut.leave,
      // What still comes in finds nobody who would ask a closed store.
      () => foundation.connect({}),
    ];
    for (const end of ends) {
      try {
        await end();
      } catch (error) {
        // The store must be closed all the same, and no request left open.
        env.log.error('A part could not be stopped', error);
      }
    }
    const isOver = await foundation.storage.close();
    // After `quit`, at which an update is installed, this process would wait for ever for the keychain.
    if (!isOver) electronApp.once('quit', () => process.kill(process.pid, 'SIGKILL'));
  };

  return { start, stop, open: () => (isEnding ? comeBack : presenter.open)() };
}
