import fs from 'node:fs';
import path from 'node:path';
import { app, type Session } from 'electron';
import type { AppUpdater } from 'electron-updater';
import { err, ok, type Result } from '../../shared/result.ts';
import type { UpdateFailure } from '../../shared/computer.ts';
import type { Updater } from '../core/updates/scheduler.ts';
import type { Log } from '../log.ts';
import { keepAppImageName } from './replace-app-image.ts';
import { isUnchanged, lookAt, type ProvenFile } from './proven-file.ts';
import { restartApp, type Restart } from './relaunch.ts';
import { isLoopback } from '../../shared/address.ts';
import type { WayOut } from './way-out.ts';

type Package = 'nsis' | 'mac' | 'appimage' | 'deb' | 'none';

/**
 * Updates from the place that `app-update.yml` of the package names (a web server or GitHub). The file of a version is
 * taken only with the SHA-512 that its description names; a description may be meant for a share of all computers.
 * Source: electron.build/auto-update, "Staged Rollouts".
 */
export function createUpdater(deps: {
  /** Its executable is the AppImage that runs; null: none does. */
  readonly restart: Restart;
  /** Stands for `app-update.yml`. Only in development: an installed app looks where it was told when it was built. */
  readonly developmentConfig: string | null;
  /** Makes its requests go the app's own way out; called before each task. */
  readonly prepareNetwork?: (updater: AppUpdater) => Promise<void>;
  readonly log: Log;
}): Updater {
  const { restart, log } = deps;
  const config = app.isPackaged ? null : deps.developmentConfig;
  const kind = packageKind(restart.executable, config);
  let loaded: Promise<AppUpdater> | null = null;
  /** null: there is nothing, or the system has taken it over, as on macOS. */
  let fetched: ProvenFile | null = null;

  /** It and what it needs cost half a second: not before the first look. */
  const load = async (): Promise<AppUpdater> => {
    const { autoUpdater } = await import('electron-updater');
    autoUpdater.logger = { info: log.info, warn: log.warn, error: log.error };
    autoUpdater.autoDownload = false;
    // An end of the app that nobody decided on installs nothing.
    autoUpdater.autoInstallOnAppQuit = false;
    autoUpdater.disableWebInstaller = true;
    if (kind === 'appimage' && restart.executable !== null) {
      keepAppImageName(autoUpdater, restart.executable, log);
    }
    if (config !== null) {
      autoUpdater.forceDevUpdateConfig = true;
      autoUpdater.updateConfigPath = config;
    }
    // What fails is told by each call, too; without a listener it would end the process.
    autoUpdater.on('error', () => undefined);
    return autoUpdater;
  };
  const updater = async (): Promise<AppUpdater> => {
    const one = await (loaded ??= load());
    await deps.prepareNetwork?.(one);
    return one;
  };
  /** Between the download and the installation lie hours, in which a file on the disk can be changed. */
  const isAsFetched = (): boolean => {
    if (fetched === null || isUnchanged(fetched)) return true;
    log.error('What was fetched has changed since: it is not installed');
    return false;
  };

  return {
    isSupported: kind !== 'none',
    needsPassword: kind === 'deb',
    check: () =>
      attempt(async () => {
        const found = await (await updater()).checkForUpdates();
        return found?.isUpdateAvailable === true ? found.updateInfo.version : null;
      }),
    download: (onPercent) =>
      attempt(async () => {
        const one = await updater();
        const listener = ({ percent }: { readonly percent: number }): void => onPercent(Math.floor(percent));
        one.on('download-progress', listener);
        // Only what is fetched with this on can be installed at the end at all; macOS is handed it then and keeps it.
        one.autoInstallOnAppQuit = true;
        try {
          const [file] = await one.downloadUpdate();
          fetched = file === undefined || kind === 'mac' ? null : lookAt(file);
        } finally {
          one.autoInstallOnAppQuit = false;
          one.off('download-progress', listener);
        }
        return null;
      }),
    installAndRestart: () => {
      if (!isAsFetched()) return 'tampered';
      // There the installer waits for the end of the app and starts it. Elsewhere it would start the new app beside the old
      // one, which still holds the lock: so the app ends first, installs as its last act, and is started by the system.
      if (kind === 'nsis' || kind === 'mac') void updater().then((one) => one.quitAndInstall(true, true));
      else restartApp(restart);
      return null;
    },
    setInstallAtQuit: (on) => {
      // The last act of the end: what is read here is what is installed.
      if (loaded !== null) void loaded.then((one) => (one.autoInstallOnAppQuit = on && isAsFetched()));
    },
  };
}

function packageKind(appImage: string | null, developmentConfig: string | null): Package {
  const config = developmentConfig ?? path.join(process.resourcesPath, 'app-update.yml');
  if (!fs.existsSync(config)) return 'none';
  if (process.platform === 'win32') return 'nsis';
  if (process.platform === 'darwin') return 'mac';
  const identity = path.join(process.resourcesPath, 'package-type');
  if (fs.existsSync(identity) && fs.readFileSync(identity, 'utf8').trim() === 'deb') return 'deb';
  return appImage === null ? 'none' : 'appimage';
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T, UpdateFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    // electron-updater has logged it.
    return err(failureOf(error));
  }
}

function failureOf(error: unknown): UpdateFailure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = error instanceof Error ? error.message : '';
  if (code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'tampered';
  if (code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS') return 'disk';
  if (/ERR_BLOCKED_BY_CLIENT/.test(message)) return 'insecure';
  return /net::ERR_|ENOTFOUND|ECONN|ETIMEDOUT/.test(`${code} ${message}`) ? 'offline' : 'server';
}

/** Returns what makes electron-updater go out the app's own way; to be called before each of its tasks. */
export function createUpdateNetwork(wayOut: WayOut): (updater: AppUpdater) => Promise<void> {
  let answerLogin = wayOut.loginOnce();
  let isReady = false;
  return async (updater) => {
    answerLogin = wayOut.loginOnce();
    if (isReady) return;
    isReady = true;
    // Its types know no answer without a name.
    updater.on('login', (asking, answer) =>
      answerLogin(asking, (name = '', password = '') => answer(name, password)),
    );
    refuseInsecure(updater.netSession);
    await wayOut.lead(updater.netSession);
  };
}

/** What a version is and where it lies is taken from nobody whom a stranger on the way could play. */
function refuseInsecure(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: ['http://*/*'] }, ({ url }, answer) =>
    answer({ cancel: !isLoopback(new URL(url).hostname) }),
  );
}
