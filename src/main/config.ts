import path from 'node:path';
import { readProxyVariables, type ProxyVariables } from './proxy-variables.ts';

/** What the command line and the environment decide. Only this file reads either. */
export type Config = {
  /** Folder of settings, orders and logs; null: the system's usual place, see `foldersOf`. */
  readonly profileDir: string | null;
  /** Folder of the shop that a demonstration belongs to; null: the system's usual place. */
  readonly shopDir: string | null;
  /** Start in the tray, without a window. */
  readonly hidden: boolean;
  readonly demo: boolean;
  /** How many times as fast as it is made for the demonstration is played. */
  readonly demoPace: number;
  /** Service name in the keychain. */
  readonly keychainService: string;
  /** What a program needs to run at all and to be found: nothing in it is the app's own. */
  readonly systemEnv: Readonly<Record<string, string>>;
  readonly launch: Launch;
  /** How often in a row a start has failed and was tried again by the app itself. */
  readonly startAttempt: number;
  /** This process only waits for the end of another one, see `shell/watcher`. */
  readonly isWatcher: boolean;
  /** The process that a watcher waits for; null: this is none. */
  readonly watchedPid: number | null;
  /** Nobody waits for the end of this run: whoever started it does that. */
  readonly isUnwatched: boolean;
  /** The app ended by a failure, and this start is the watcher's. */
  readonly isRevived: boolean;
  /** Folders in which the system looks for programs. */
  readonly searchPath: readonly string[];
  /** Names of the desktop that runs; Linux only. Source: Desktop Entry Specification, "OnlyShowIn". */
  readonly desktops: readonly string[];
  /** Address of the desktop's message bus; empty: there is none. Linux only. */
  readonly sessionBus: string;
  /** Stands for a package's `app-update.yml` in development; an installed app does not listen to it. */
  readonly developmentUpdateConfig: string | null;
  readonly proxies: ProxyVariables;
  /** The server that the pages come from while they are worked on; null: they are built. */
  readonly pageServer: string | null;
};

/** How to start this program again. */
export type Launch = {
  /** null: the running one. */
  readonly executable: string | null;
  /** Arguments of this run, without the program itself. */
  readonly again: readonly string[];
  /** The same for the shop and for its demonstration. */
  readonly toShop: readonly string[];
  readonly toDemo: readonly string[];
};

const PROFILE = '--profile=';
const SHOP_PROFILE = '--shop-profile=';
const PACE = '--demo-pace=';
const ATTEMPT = '--start-attempt=';
export const WATCHED = '--watched=';
/**
 * What a watcher is started with: it draws nothing and asks nobody, so graphics and network get no process of their own.
 */
export const WATCHER_ARGS = [
  '--watch',
  '--disable-gpu',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
  '--js-flags=--lite-mode',
] as const;
/** What is true of one run only; so is being looked at by a debugger. */
const OF_THIS_RUN: readonly string[] = [...WATCHER_ARGS, '--revived'];
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
  // The variable names the shop's folder also for a demonstration, which inherits it when it is started by a click.
  const ofVariable = demo && variable !== null ? demoFolderIn(variable) : variable;
  const shopGiven = demo ? folder(value(SHOP_PROFILE)) : given;
  const pace = value(PACE);
  const others = argv.slice(1).filter((arg) => !isOwn(arg));
  return {
    profileDir: given ?? ofVariable,
    shopDir: shopGiven ?? variable,
    hidden: flag('hidden'),
    demo,
    demoPace: pace === null ? 1 : Math.min(Math.max(Number(pace) || 1, SLOWEST), FASTEST),
    searchPath: (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== ''),
    desktops: (env['XDG_CURRENT_DESKTOP'] ?? '').split(':').filter((name) => name !== ''),
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
      // The running program of an AppImage lies on a disk that goes away with it.
      executable: appImageIn(env, argv[0] ?? ''),
      again: argv.slice(1).filter((arg) => !isOfThisRun(arg)),
      toShop: [...others, ...(shopGiven === null ? [] : [PROFILE + shopGiven])],
      toDemo: [
        ...others,
        '--demo',
        ...(pace === null ? [] : [PACE + pace]),
        ...(shopGiven === null ? [] : [PROFILE + demoFolderIn(shopGiven), SHOP_PROFILE + shopGiven]),
      ],
    },
    systemEnv: systemEnvIn(env),
  };
}

/** Where everything of this run is kept, and where the shop's things are. `usual`: the system's place for an app's data. */
export function foldersOf(
  { profileDir, shopDir, demo }: Config,
  usual: string,
): { readonly profileDir: string; readonly shopDir: string } {
  return { profileDir: profileDir ?? (demo ? demoFolderIn(usual) : usual), shopDir: shopDir ?? usual };
}

/** Where the demonstration of a shop keeps its things. */
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
    [ATTEMPT, WATCHED].some((own) => arg.startsWith(own)) ||
    /^--(inspect|remote-debugging-)/.test(arg)
  );
}

/** The AppImage that this program runs from. The variable is inherited: another AppImage may have started this program. */
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

/** Where a desktop with systemd keeps it, when no variable says so. */
function sessionBusIn(env: Readonly<Record<string, string | undefined>>): string {
  const runtimeDir = filled(env['XDG_RUNTIME_DIR']);
  return (
    filled(env['DBUS_SESSION_BUS_ADDRESS']) ?? (runtimeDir === null ? '' : `unix:path=${runtimeDir}/bus`)
  );
}
