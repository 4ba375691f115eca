import path from 'node:path';
import { app, dialog } from 'electron';
import { APP_ID, TOAST_ACTIVATOR_CLSID } from '../shared/app-identity.ts';
import { demoTextsEs } from '../shared/texts/demo.ts';
import { demoFolderIn, foldersOf, readConfig } from './config.ts';
import { createOpenWish } from './core/open-wish.ts';
import { createLog } from './log.ts';
import { createRedactor } from './redact.ts';
import { watchTrayHost } from './shell/tray-host.ts';
import { createTrayIcons } from './shell/tray-icon.ts';
import { createTray } from './shell/tray.ts';
import { lockDownWindows, registerPageScheme } from './shell/window-security.ts';
import { beginDemoProfile, forgetLeftDemo, profileOwner } from './store/demo-profile.ts';

const QUIT_LIMIT_MS = 10_000;

type WindowsApp = Pick<typeof app, 'setAppUserModelId'> & {
  /** Windows only, and newer than the oldest Electron that the app runs on. */
  readonly setToastActivatorCLSID?: (clsid: string) => void;
};

const config = readConfig(process.argv, process.env);
const { profileDir, shopDir } = foldersOf(config, app.getPath('userData'));
// The profile also scopes the single-instance lock, so it must be set first.
app.setPath('userData', profileDir);
app.setPath('sessionData', path.join(profileDir, 'session'));
app.setAppUserModelId(APP_ID);
const windowsApp: WindowsApp = app;
windowsApp.setToastActivatorCLSID?.(TOAST_ACTIVATOR_CLSID);
// Development as root starts the app with --no-sandbox; asking for a sandbox then leaves it without any page.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerPageScheme();

const owner = profileOwner(profileDir);
if (owner === (config.demo ? 'shop' : 'demo')) {
  const { title, demoOnShop, shopOnDemo } = demoTextsEs.refused;
  dialog.showErrorBox(title, `${config.demo ? demoOnShop : shopOnDemo}\n${profileDir}`);
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  run();
} else {
  app.exit(0);
}

function run(): void {
  const redactor = createRedactor();
  const log = createLog({ profileDir, redactor });
  process.on('uncaughtException', (error) => log.error('Unexpected failure', error));
  process.on('unhandledRejection', (reason) => log.error('Unexpected rejection', reason));
  // The system ends the session: as from the menu, with everything written.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  // Closing the last window leaves the app in the tray.
  app.on('window-all-closed', () => undefined);
  // At once: a second start may come before this one has read its own code.
  const wish = createOpenWish();
  app.on('second-instance', wish.open);

  // Before the icon is made: what comes up in between is missed by neither.
  const trayHost =
    process.platform === 'linux'
      ? watchTrayHost({ address: config.sessionBus, userId: process.getuid?.() ?? 0, log })
      : null;

  let running: { readonly started: Promise<void>; readonly stop: () => Promise<void> } | null = null;
  let stage: 'runs' | 'stops' | 'stopped' = 'runs';
  app.on('before-quit', (event) => {
    // Before the start there is nothing to write, and nobody yet who could stop in order.
    if (running === null) stage = 'stopped';
    if (running === null || stage === 'stopped') return;
    event.preventDefault();
    if (stage === 'stops') return;
    stage = 'stops';
    // A keychain that never answers would keep the process for ever. What had to be written is on the disk by then.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), QUIT_LIMIT_MS).unref();
    // What is half built cannot be taken down in order; a failed start is said below.
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
      lockDownWindows();
      if (config.demo) beginDemoProfile(profileDir);
      else forgetLeftDemo(demoFolderIn(profileDir), log);
      const { createApp } = await import('./app.ts');
      // A quit takes a moment, in which this goes on. A start begun in it would be cut off in the middle of a call to
      // the keychain, whose library aborts the process then.
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
      // Not sooner: macOS tells it also of a start, and one at login stays hidden.
      app.on('activate', mostrador.open);
      running = { started: mostrador.start(), stop: mostrador.stop };
      wish.grant(mostrador.open);
      await running.started;
    })
    .catch((error: unknown) => {
      log.error('Could not start', error);
      app.exit(1);
    });
}
