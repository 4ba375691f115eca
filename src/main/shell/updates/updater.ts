import fs from 'node:fs';
import path from 'node:path';
import { app, type Session } from 'electron';
import type { AppUpdater } from 'electron-updater';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { UpdateFailure } from '../../../shared/computer.ts';
import type { Updater } from '../../core/updates/scheduler.ts';
import type { Log } from '../../log.ts';
import { keepAppImageName, whyNotReplaced } from './replace-app-image.ts';
import { followRequests } from './open-requests.ts';
import { isUnchanged, lookAt, type ProvenFile } from './proven-file.ts';
import { restartApp, type Restart } from '../process/relaunch.ts';
import { isLoopback } from '../../../shared/address.ts';
import { within } from '../../timing.ts';
import type { WayOut } from '../way-out.ts';

/** How often, and how long each time, a task is waited for whose requests were broken off. */
const [BREAKS, BREAK_MS] = [10, 200];
/** Chromium waits for a server for ever. One that sends nothing for so long has failed. */
const SILENCE_MS = 60_000;

type Package = 'nsis' | 'mac' | 'appimage' | 'deb' | 'none';

/**
 * Returns the updater, which uses the server that the package's `app-update.yml` names (a web server or GitHub). A file is
 * accepted only with the SHA-512 of its description, which may be meant for a share of all computers.
 * Source: electron.build/auto-update, "Staged Rollouts".
 */
export function createUpdater(deps: {
  /** Its executable is the running AppImage; null: the app does not run from one. */
  readonly restart: Restart;
  /** Used instead of `app-update.yml`, in development only; null: none. */
  readonly developmentConfig: string | null;
  /** Routes its requests through the app's own network; called before each task. */
  readonly prepareNetwork?: (updater: AppUpdater) => Promise<void>;
  readonly log: Log;
}): Updater & {
  /** Breaks off what is under way and begins nothing more: Chromium may crash or hang when it ends with requests open. */
  readonly leave: () => Promise<void>;
} {
  const { restart, log } = deps;
  const config = app.isPackaged ? null : deps.developmentConfig;
  const kind = packageKind(restart.executable, config);
  let loaded: Promise<AppUpdater> | null = null;
  /** The downloaded file; null: none, or macOS has taken it over. */
  let fetched: ProvenFile | null = null;
  const tasks = new Set<Promise<unknown>>();
  let isLeaving = false;
  let breakOpen = (_why: Error): void => undefined;

  /** Loads the library at the first check, because it takes half a second. */
  const load = async (): Promise<AppUpdater> => {
    const { autoUpdater } = await import('electron-updater');
    autoUpdater.logger = { info: log.info, warn: log.warn, error: log.error };
    autoUpdater.autoDownload = false;
    // Installing needs a decision: the end of the app alone is none.
    autoUpdater.autoInstallOnAppQuit = false;
    autoUpdater.disableWebInstaller = true;
    if (kind === 'appimage' && restart.executable !== null) {
      keepAppImageName(autoUpdater, restart.executable, log);
    }
    if (config !== null) {
      autoUpdater.forceDevUpdateConfig = true;
      autoUpdater.updateConfigPath = config;
    }
    breakOpen = followRequests(autoUpdater, () => isLeaving);
    // Each call reports its failure, too; without a listener the event would end the process.
    autoUpdater.on('error', () => undefined);
    return autoUpdater;
  };
  const updater = async (): Promise<AppUpdater> => {
    if (isLeaving) throw new Error('The app ends');
    const one = await (loaded ??= load());
    await deps.prepareNetwork?.(one);
    return one;
  };
  const breakOff = async (): Promise<void> => {
    breakOpen(new Error('net::ERR_TIMED_OUT'));
    await (await loaded)?.netSession.closeAllConnections();
  };
  /** `work` gets a function to call for each sign of life of the server. */
  const attempt = async <T>(work: (isAlive: () => void) => Promise<T>): Promise<Result<T, UpdateFailure>> => {
    const silence = setInterval(() => void breakOff().catch(() => undefined), SILENCE_MS).unref();
    const task = work(() => silence.refresh());
    tasks.add(task);
    try {
      return ok(await task);
    } catch (error) {
      // electron-updater has logged it.
      return err(failureOf(error));
    } finally {
      clearInterval(silence);
      tasks.delete(task);
    }
  };
  /** Returns whether the downloaded file is unchanged: hours may pass before it is installed. */
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
      attempt(async (isAlive) => {
        const one = await updater();
        const listener = ({ percent }: { readonly percent: number }): void => {
          isAlive();
          onPercent(Math.floor(percent));
        };
        one.on('download-progress', listener);
        // Only a file downloaded with this on can be installed at the end; macOS takes it over at this moment.
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
      if (kind === 'appimage' && restart.executable !== null && fetched !== null) {
        const trouble = whyNotReplaced(restart.executable, fetched.file);
        if (trouble !== null) return trouble;
      }
      // On Windows and macOS the installer waits for the end of the app and starts the new one. On Linux it would start it
      // while the old one still holds the lock: so the app installs as its last step and is then started again.
      if (kind === 'nsis' || kind === 'mac') void updater().then((one) => one.quitAndInstall(true, true));
      else restartApp(restart);
      return null;
    },
    setInstallAtQuit: (on) => {
      // Decides what the app's last step installs.
      if (loaded !== null) void loaded.then((one) => (one.autoInstallOnAppQuit = on && isAsFetched()));
    },
    leave: async () => {
      isLeaving = true;
      const one = await loaded?.catch(() => null);
      // After a failed request electron-updater may try another way to fetch the same.
      for (let left = BREAKS; left > 0 && tasks.size > 0; left -= 1) {
        breakOpen(new Error('net::ERR_ABORTED'));
        await within(BREAK_MS, Promise.allSettled([one?.netSession.closeAllConnections(), ...tasks]));
      }
      if (tasks.size > 0) log.warn('An update could not be broken off');
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

function failureOf(error: unknown): UpdateFailure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = error instanceof Error ? error.message : '';
  if (code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'tampered';
  if (code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS') return 'disk';
  // Squirrel.Mac, of an app that is opened from its disk image or was never moved out of the downloads.
  if (/read-only volume/i.test(message)) return 'install';
  if (/ERR_BLOCKED_BY_CLIENT/.test(message)) return 'insecure';
  return /net::ERR_|ENOTFOUND|ECONN|ETIMEDOUT/.test(`${code} ${message}`) ? 'offline' : 'server';
}

/** Returns a function that routes electron-updater through the app's own network; call it before each of its tasks. */
export function createUpdateNetwork(wayOut: WayOut): (updater: AppUpdater) => Promise<void> {
  let answerLogin = wayOut.loginOnce();
  let isReady = false;
  return async (updater) => {
    answerLogin = wayOut.loginOnce();
    if (isReady) return;
    isReady = true;
    // Its types require a user name.
    updater.on('login', (asking, answer) =>
      answerLogin(asking, (name = '', password = '') => answer(name, password)),
    );
    refuseInsecure(updater.netSession);
    await wayOut.lead(updater.netSession);
  };
}

/** Blocks unprotected requests, because anyone on the way could forge their responses. */
function refuseInsecure(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: ['http://*/*'] }, ({ url }, answer) =>
    answer({ cancel: !isLoopback(new URL(url).hostname) }),
  );
}
