import path from 'node:path';
import { readProxyVariables, type ProxyVariables } from './proxy-variables.ts';

/** Options from the command line and the environment. Only this file reads either. */
export type Config = {
  /** Folder of settings, orders and logs; null: the system's usual place, see `foldersOf`. */
  readonly profileDir: string | null;
  /** Folder of the shop that a demonstration belongs to; null: the system's usual place. */
  readonly shopDir: string | null;
  /** Start in the tray, without a window. */
  readonly hidden: boolean;
  readonly demo: boolean;
  /** Speed of the demonstration; 1 is the normal speed. */
  readonly demoPace: number;
  /** Service name in the keychain. */
  readonly keychainService: string;
  /** Variables that any program needs to run and to be found. None of them belongs to the app. */
  readonly systemEnv: Readonly<Record<string, string>>;
  readonly launch: Launch;
  /** How many starts in a row failed and were repeated by the app itself. */
  readonly startAttempt: number;
  /** This process is a watcher: it only waits for another one to end, see `shell/process/watcher`. */
  readonly isWatcher: boolean;
  /** Process that this watcher waits for; null: this is no watcher. */
  readonly watchedPid: number | null;
  /** Start no watcher: the program that started this run restarts it if needed. */
  readonly isUnwatched: boolean;
  /** The watcher started this run, because the app had crashed. */
  readonly isRevived: boolean;
  /** Folders of PATH. */
  readonly searchPath: readonly string[];
  /** Names of the running desktop; Linux only. Source: Desktop Entry Specification, "OnlyShowIn". */
  readonly desktops: readonly string[];
  /** The desktop runs on Wayland. Linux only. */
  readonly isWayland: boolean;
  /** Address of the desktop's message bus; empty: there is none. Linux only. */
  readonly sessionBus: string;
  /** Replaces a package's `app-update.yml` in development; an installed app ignores it. */
  readonly developmentUpdateConfig: string | null;
  readonly proxies: ProxyVariables;
  /** Development server of the pages; null: the built pages are used. */
  readonly pageServer: string | null;
};

/** How to start this program again. */
export type Launch = {
  /** null: the running one. */
  readonly executable: string | null;
  /** Arguments of this run, without the program itself. */
  readonly again: readonly string[];
  /** Arguments that start the shop's app; `toDemo`: its demonstration. */
  readonly toShop: readonly string[];
  readonly toDemo: readonly string[];
  /** Arguments that start the shop's app in the tray. */
  readonly atLogin: readonly string[];
};

const PROFILE = '--profile=';
const SHOP_PROFILE = '--shop-profile=';
const PACE = '--demo-pace=';
const ATTEMPT = '--start-attempt=';
export const WATCHED = '--watched=';
/** Arguments of a watcher. It draws nothing and makes no requests, so it needs no processes for graphics and network. */
export const WATCHER_ARGS = [
  '--watch',
  '--disable-gpu',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
  '--js-flags=--lite-mode',
] as const;
/** Arguments that are not passed to the next run. Those of a debugger are not passed either. */
const OF_THIS_RUN: readonly string[] = [...WATCHER_ARGS, '--revived'];
/**
 * What systems add by themselves: the installer after an update, Windows for a click on a notification of an app that has
 * ended, older versions of macOS. In an entry at login it would make that another entry than the one of a plain start.
 * Source: electron-builder, `StartApp` of its NSIS template; learn.microsoft.com, "LocalServer32".
 */
const OF_THE_SYSTEM = /^(--updated|[-/]embedding|-psn_\w+)$/i;
const [SLOWEST, FASTEST] = [0.1, 100];
const SYSTEM_VARIABLES = [
  'PATH',
  'HOME',
  'USER',
  'LANG',
  'TMPDIR',
  'SystemRoot',
  'SystemDrive',
  'windir',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramData',
] as const;

export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Config {
  const flag = (name: string): boolean => argv.includes(`--${name}`);
  const value = (prefix: string): string | null =>
    filled(argv.find((arg) => arg.startsWith(prefix))?.slice(prefix.length));
  const folder = (text: string | null): string | null => (text === null ? null : path.resolve(text));
  const demo = flag('demo');
  const given = folder(value(PROFILE));
  const variable = folder(filled(env['MOSTRADOR_PROFILE']));
  // A demonstration started by a click inherits the variable, which names the shop's folder.
  const ofVariable = demo && variable !== null ? demoFolderIn(variable) : variable;
  const shopGiven = demo ? folder(value(SHOP_PROFILE)) : given;
  const pace = value(PACE);
  const shopDir = shopGiven ?? variable;
  const others = argv.slice(1).filter((arg) => !isOwn(arg));
  return {
    profileDir: given ?? ofVariable,
    shopDir,
    hidden: flag('hidden'),
    demo,
    demoPace: pace === null ? 1 : Math.min(Math.max(Number(pace) || 1, SLOWEST), FASTEST),
    searchPath: (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== ''),
    desktops: (env['XDG_CURRENT_DESKTOP'] ?? '').split(':').filter((name) => name !== ''),
    isWayland: env['XDG_SESSION_TYPE'] === 'wayland' || filled(env['WAYLAND_DISPLAY']) !== null,
    sessionBus: sessionBusIn(env),
    developmentUpdateConfig: env['MOSTRADOR_UPDATE_CONFIG'] ?? null,
    startAttempt: Math.trunc(Number(value(ATTEMPT))) || 0,
    isWatcher: flag('watch'),
    watchedPid: Number(value(WATCHED)) || null,
    isUnwatched: flag('unwatched'),
    isRevived: flag('revived'),
    proxies: readProxyVariables(env),
    pageServer: import.meta.env.DEV ? filled(env['ELECTRON_RENDERER_URL']) : null,
    keychainService: demo ? 'Mostrador Demo' : 'Mostrador',
    launch: {
      // The program inside an AppImage is on a disk that is unmounted when it ends.
      executable: appImageIn(env, argv[0] ?? ''),
      again: argv.slice(1).filter((arg) => !isOfThisRun(arg)),
      toShop: [...others, ...(shopGiven === null ? [] : [PROFILE + shopGiven])],
      toDemo: [
        ...others,
        '--demo',
        ...(pace === null ? [] : [PACE + pace]),
        ...(shopGiven === null ? [] : [PROFILE + demoFolderIn(shopGiven), SHOP_PROFILE + shopGiven]),
      ],
      atLogin: [...others, '--hidden', ...(shopDir === null ? [] : [PROFILE + shopDir])],
    },
    systemEnv: systemEnvIn(env),
  };
}

/** Returns the profile of this run and that of the shop. `usual`: the system's folder for an app's data. */
export function foldersOf(
  { profileDir, shopDir, demo }: Config,
  usual: string,
): { readonly profileDir: string; readonly shopDir: string } {
  return { profileDir: profileDir ?? (demo ? demoFolderIn(usual) : usual), shopDir: shopDir ?? usual };
}

/** Returns the demonstration's folder for a shop. */
export function demoFolderIn(shopDir: string): string {
  return path.join(shopDir, 'demo');
}

function isOwn(arg: string): boolean {
  return (
    isOfThisRun(arg) ||
    ['--demo', '--hidden'].includes(arg) ||
    [PROFILE, SHOP_PROFILE, PACE].some((own) => arg.startsWith(own))
  );
}

function isOfThisRun(arg: string): boolean {
  return (
    OF_THIS_RUN.includes(arg) ||
    OF_THE_SYSTEM.test(arg) ||
    [ATTEMPT, WATCHED].some((own) => arg.startsWith(own)) ||
    /^--(inspect|remote-debugging-)/.test(arg)
  );
}

/**
 * Returns the AppImage that this program runs from. The variable is inherited: it may belong to another AppImage that
 * started this program.
 */
function appImageIn(env: Readonly<Record<string, string | undefined>>, program: string): string | null {
  const mounted = filled(env['APPDIR']);
  const isOther =
    mounted !== null && path.isAbsolute(program) && !program.startsWith(path.join(mounted, path.sep));
  return isOther ? null : filled(env['APPIMAGE']);
}

function filled(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}

function systemEnvIn(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    SYSTEM_VARIABLES.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Without a variable: the usual place on a desktop with systemd. */
function sessionBusIn(env: Readonly<Record<string, string | undefined>>): string {
  const runtimeDir = filled(env['XDG_RUNTIME_DIR']);
  return (
    filled(env['DBUS_SESSION_BUS_ADDRESS']) ?? (runtimeDir === null ? '' : `unix:path=${runtimeDir}/bus`)
  );
}
