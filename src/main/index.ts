import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app, dialog } from 'electron';
import { APP_ID, TOAST_ACTIVATOR_CLSID } from '../shared/app-identity.ts';
import { demoTextsEs } from '../shared/texts/demo.ts';
import { startTextsFor, type StartTexts, type StartTrouble } from '../shared/texts/start.ts';
import { demoFolderIn, foldersOf, readConfig, WATCHED, WATCHER_ARGS } from './config.ts';
import { keepChromiumFromKeyring, setChromiumSwitches } from './shell/chromium-switches.ts';
import { untilEnded } from './shell/windows/development.ts';
import { createOpenWish } from './shell/windows/open-wish.ts';
import { createLog } from './log.ts';
import { createRedactor } from './redact.ts';
import { tellFailedStart, untilNothingStandsInTheWay } from './shell/windows/start-dialog.ts';
import { watchTrayHost } from './shell/tray/tray-host.ts';
import { createTrayIcons, createTray } from './shell/tray/tray.ts';
import { createWatchdog } from './shell/process/watchdog.ts';
import { runWatcher } from './shell/process/watcher.ts';
import { lockDownWindows, registerPageScheme } from './shell/windows/window-security.ts';
import {
  beginDemoProfile,
  forgetLeftDemo,
  profileOwner,
  readShopFacts,
  takeDemoProfile,
} from './store/profile/demo-profile.ts';
import { createHealthHistory } from './store/profile/health-history.ts';
import { lookAtLock, lookAtSettings, wasLastToRun } from './store/profile/profile-look.ts';

const QUIT_LIMIT_MS = 10_000;
const [FIRST_RETRY_MS, LONGEST_RETRY_MS] = [10_000, 5 * 60_000];

type WindowsApp = Pick<typeof app, 'setAppUserModelId'> & {
  /** Windows only. The oldest Electron that the app runs on does not have it. */
  readonly setToastActivatorCLSID?: (clsid: string) => void;
};

const config = readConfig(process.argv, process.env);
const { profileDir, shopDir } = foldersOf(config, app.getPath('userData'));
const program = config.launch.executable ?? process.execPath;
const { again } = config.launch;
keepChromiumFromKeyring();
(config.isWatcher ? watch : begin)();

/** Returns the texts in the shop's language, if that can be read. */
function words(): StartTexts {
  return startTextsFor(readShopFacts(profileDir).language);
}

/** Runs this process as the watcher that restarts the app after a crash. It takes as little as Chromium allows. */
function watch(): void {
  const own = path.join(profileDir, 'session', 'watcher');
  app.setPath('userData', own);
  app.setPath('sessionData', own);
  // On macOS it would have its own icon in the Dock.
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited');
  runWatcher({
    program,
    words,
    args: [...again.filter((arg) => arg !== '--hidden'), '--hidden', '--revived'],
    watchedPid: config.watchedPid,
    mayStart: (dead) => wasLastToRun(profileDir, dead),
    onGivingUp: () => {
      const log = createLog({ profileDir, redactor: createRedactor() });
      log.error('The app failed several times in a row and is not started again');
      const at = new Date().toISOString();
      const note = { at, part: 'app', state: 'down', code: 'failing', detail: null } as const;
      createHealthHistory({ profileDir, log }).add(note);
    },
  });
}

function begin(): void {
  // The profile also scopes the single-instance lock, so it must be set first.
  app.setPath('userData', profileDir);
  app.setPath('sessionData', path.join(profileDir, 'session'));
  app.setAppUserModelId(APP_ID);
  const windowsApp: WindowsApp = app;
  windowsApp.setToastActivatorCLSID?.(TOAST_ACTIVATOR_CLSID);
  // As root, development starts the app with --no-sandbox. Enabling the sandbox then would leave it without any page.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerPageScheme();
  setChromiumSwitches(config);

  const owner = profileOwner(profileDir);
  const { title, demoOnShop, demoOnOthers, shopOnDemo } = demoTextsEs.refused;
  const refusal = config.demo
    ? { shop: demoOnShop, others: demoOnOthers, demo: null, nobody: null }[owner]
    : { shop: null, others: null, demo: shopOnDemo, nobody: null }[owner];
  if (refusal !== null) {
    dialog.showErrorBox(title, `${refusal}\n${profileDir}`);
    app.exit(1);
  } else if (isLockTaken()) {
    run();
  } else if (import.meta.env.DEV && config.pageServer !== null) {
    void untilEnded(isLockTaken).then((isTaken) => (isTaken ? run() : leaveToOther()));
  } else if (lookAtLock(profileDir) === null) {
    leaveToOther();
  } else {
    void takeLockLater();
  }
}

/** Returns whether this process got the lock. A demonstration marks its folder first: without the mark, no lock. */
function isLockTaken(): boolean {
  try {
    if (config.demo) takeDemoProfile(profileDir);
  } catch (error) {
    console.error('The folder cannot be made a demonstration’s', error);
    return false;
  }
  return app.requestSingleInstanceLock();
}

/** The app already runs on this profile and was told about this start, so this process ends. */
function leaveToOther(): void {
  const { release } = createWatchdog({ program, args: [], log: console });
  void release().finally(() => app.exit(0));
}

/** The profile cannot be locked although no other process has it: shows why until it can. */
async function takeLockLater(): Promise<void> {
  await app.whenReady();
  let isTaken = false;
  const look = (): StartTrouble | null => {
    isTaken = isLockTaken();
    return isTaken ? null : lookAtLock(profileDir);
  };
  const goesOn = await untilNothingStandsInTheWay({ look, say: sayWithoutProfile, words });
  if (!goesOn) app.exit(1);
  else if (isTaken) run();
  else leaveToOther();
}

/** Reports trouble when there is no profile for a log: on standard error, and in the system's temporary folder. */
function sayWithoutProfile(trouble: StartTrouble): void {
  const { title, troubles } = words();
  const { message, detail } = troubles[trouble.kind](trouble.where, trouble.why);
  const line = `${title}. ${message} ${detail}`;
  console.error(line);
  try {
    const file = path.join(os.tmpdir(), 'mostrador-start.log');
    fs.appendFileSync(file, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
  } catch (error) {
    console.error('That could not be written anywhere', error);
  }
}

function run(): void {
  const redactor = createRedactor();
  const log = createLog({ profileDir, redactor });
  process.on('uncaughtException', (error) => log.error('Unexpected failure', error));
  process.on('unhandledRejection', (reason) => log.error('Unexpected rejection', reason));
  // When the system ends the session, quit as from the menu, so that everything is written.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  // Closing the last window leaves the app in the tray.
  app.on('window-all-closed', () => undefined);
  // Registered at once: a second start may come before this one has loaded its code.
  const wish = createOpenWish();
  app.on('second-instance', (_event, argv) => {
    // The watcher's start came too late: a person had already started the app.
    if (!argv.includes('--revived')) wish.open();
  });
  const watchdog = createWatchdog({
    program,
    args: [...again, ...WATCHER_ARGS, `${WATCHED}${String(process.pid)}`],
    log,
  });

  // Before the icon is made, so that a tray which appears in between is not missed.
  const trayHost =
    process.platform === 'linux'
      ? watchTrayHost({ address: config.sessionBus, userId: process.getuid?.() ?? 0, log })
      : null;

  let running: { readonly started: Promise<void>; readonly stop: () => Promise<void> } | null = null;
  let stage: 'runs' | 'stops' | 'stopped' = 'runs';
  app.on('before-quit', (event) => {
    void watchdog.release();
    // Before the app has started there is nothing to write and nothing to stop.
    if (running === null) stage = 'stopped';
    if (running === null || stage === 'stopped') return;
    event.preventDefault();
    if (stage === 'stops') return;
    stage = 'stops';
    // A keychain that never answers would keep the process alive for ever. By then all data is on the disk.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), QUIT_LIMIT_MS).unref();
    // Wait for the start: a half-built app cannot be stopped cleanly. A failed start is reported below.
    void running.started
      .catch(() => undefined)
      .then(running.stop)
      .finally(() => {
        stage = 'stopped';
        app.quit();
      });
  });

  app
    .whenReady()
    .then(async () => {
      const tray = createTray(createTrayIcons(path.join(app.getAppPath(), 'assets')), trayHost);
      lockDownWindows(log);
      const say = (trouble: StartTrouble): void => log.error('Cannot start yet', trouble);
      const goesOn = await untilNothingStandsInTheWay({
        look: () => lookAtSettings(profileDir),
        say,
        words,
      });
      if (!goesOn) {
        await watchdog.release();
        app.exit(1);
        return;
      }
      if (config.demo) beginDemoProfile(profileDir);
      else forgetLeftDemo(demoFolderIn(profileDir), log);
      const { createApp } = await import('./app.ts');
      // The app may be quitting by now. A start begun then would be cut off during a call to the keychain, whose
      // library then aborts the process.
      if (stage !== 'runs') return;
      const mostrador = createApp({
        config,
        profileDir,
        shopDir,
        log,
        redactor,
        appPath: app.getAppPath(),
        tray,
      });
      // Not sooner: macOS also sends it at the start, and after a login the app stays hidden.
      app.on('activate', mostrador.open);
      running = { started: mostrador.start(), stop: mostrador.stop };
      wish.grant(mostrador.open);
      await running.started;
      if (!config.demo && !config.isUnwatched) watchdog.start();
    })
    .catch(async (error: unknown) => {
      log.error('Could not start', error);
      // Try again in a new process: this one holds a half-built app.
      const waitMs = Math.min(FIRST_RETRY_MS * 2 ** config.startAttempt, LONGEST_RETRY_MS);
      const why = error instanceof Error ? error.message : String(error);
      const answer = await tellFailedStart({ kind: 'failed', where: '', why }, waitMs, words());
      await watchdog.release();
      const args = [...again, `--start-attempt=${String(config.startAttempt + 1)}`];
      if (answer === 'retry') app.relaunch({ execPath: program, args });
      app.exit(1);
    });
}
