import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication } from 'playwright-core';
import { stageForOrdinaryUser, type OrdinaryUser } from './ordinary-user.ts';
import { electronPath } from './runtime.ts';
import type { Desktop } from './session.ts';
import { within } from './within.ts';

const LAUNCH_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 10_000;
const POLL_MS = 10;
const MOST_TURNS = 10;

export type AppOptions = {
  readonly desktop: Desktop;
  /** Folder of the app; default: the built app of this repository, as the desktop starts it. */
  readonly appDir?: string;
  /** The Electron executable; default: the one of npm start and npm test. */
  readonly runtime?: string;
  /** Folder given as --profile; default: a new one in the desktop's folder, which goes with it. */
  readonly profileDir?: string;
  /** Written as settings.json into the profile before the start. */
  readonly settings?: unknown;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Lines of an /etc/hosts that only the app sees. Needs root. */
  readonly hosts?: readonly string[];
  /** Runs Electron as another user with Chromium's sandbox on. Needs root. */
  readonly user?: OrdinaryUser;
};

export type LaunchedApp = {
  /** Playwright's handle: windows, evaluate() in the main process. */
  readonly app: ElectronApplication;
  readonly pid: number;
  readonly profileDir: string;
  /** Everything the app wrote to its standard output and error. */
  readonly output: () => string;
  /** Resolves with the exit code, or with the name of the signal that ended it. */
  readonly exited: Promise<number | string>;
  readonly stop: () => Promise<void>;
};

export type SpawnedApp = {
  readonly pid: number;
  readonly profileDir: string;
  readonly output: () => string;
  /** Resolves with the exit code, or with the name of the signal that ended it, once its helpers are gone too. */
  readonly exited: Promise<number | string>;
  readonly kill: (signal: NodeJS.Signals) => void;
};

/** Starts the real app on a desktop, driven by Playwright. */
export async function launchApp(options: AppOptions): Promise<LaunchedApp> {
  const command = await prepareCommand(options);
  const app = askAgainWhenLost(
    await _electron.launch({
      executablePath: command.executable,
      args: [...command.args],
      env: command.env,
      cwd: options.desktop.folder,
      timeout: LAUNCH_LIMIT_MS,
      // Playwright would turn the sandbox off; whether it is on is decided in prepareCommand().
      chromiumSandbox: true,
    }),
  );
  const child = app.process();
  const exited = endOf(child);
  return {
    app,
    pid: child.pid ?? 0,
    profileDir: command.profileDir,
    output: collect(child),
    exited,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        try {
          await within(app.close(), STOP_LIMIT_MS, 'End of the app');
        } catch {
          // It hangs: a test that wants a clean end asks for it by the tray menu and watches for it.
          child.kill('SIGKILL');
        }
      }
      await endGroup(child.pid);
    },
  };
}

/**
 * Returns a handle that asks main again when V8 has thrown an answer away before Playwright got it, as it may in an app
 * that has just started, several times in a row on a busy computer.
 */
function askAgainWhenLost(app: ElectronApplication): ElectronApplication {
  return new Proxy(app, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'evaluate') return value.bind(target) as unknown;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        const ask = (): Promise<unknown> => Promise.resolve(Reflect.apply(value, target, args));
        for (let turn = 1; ; turn += 1) {
          try {
            return await ask();
          } catch (error) {
            const isLost = String(error).includes('promise was garbage collected');
            if (!isLost || turn === MOST_TURNS) throw error;
          }
        }
      };
    },
  });
}

/** A crash and an end that took too long look alike without the name of the signal. */
async function endOf(child: ChildProcess): Promise<number | string> {
  await once(child, 'exit');
  return child.exitCode ?? child.signalCode ?? 'unknown';
}

/** Starts the real app without Playwright: to kill it, to start it twice, to measure it. */
export async function spawnApp(options: AppOptions): Promise<SpawnedApp> {
  const command = await prepareCommand(options);
  const child = spawn(command.executable, command.args, {
    env: command.env,
    cwd: options.desktop.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const exited = endOf(child).then(async (end) => {
    await endGroup(child.pid);
    return end;
  });
  return {
    pid: child.pid ?? 0,
    profileDir: command.profileDir,
    output: collect(child),
    exited,
    kill: (signal) => void child.kill(signal),
  };
}

type Command = {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  readonly profileDir: string;
};

async function prepareCommand(options: AppOptions): Promise<Command> {
  const { desktop, user } = options;
  const profileDir = options.profileDir ?? fs.mkdtempSync(path.join(desktop.folder, 'profile-'));
  if (options.settings !== undefined) {
    fs.mkdirSync(profileDir, { recursive: true });
    fs.writeFileSync(path.join(profileDir, 'settings.json'), JSON.stringify(options.settings, null, 2));
  }
  const runtime = options.runtime ?? (await electronPath());
  const appDir = options.appDir ?? desktop.appDir;
  const env = { ...desktop.env, ...options.env };
  const staged =
    user === undefined
      ? { runtime, appDir, env }
      : stageForOrdinaryUser({ user, folder: desktop.folder, runtime, appDir, profileDir, env });
  const asRoot = process.getuid?.() === 0 && user === undefined;
  const flags = asRoot ? ['--no-sandbox'] : [];
  return {
    executable:
      process.platform === 'linux'
        ? writeLauncher(desktop.folder, staged.runtime, user, options.hosts)
        : staged.runtime,
    args: [...flags, staged.appDir, `--profile=${profileDir}`, ...(options.args ?? [])],
    env: staged.env,
    profileDir,
  };
}

/** A launcher that ends the app with this process: Playwright itself cannot when it is killed. */
function writeLauncher(
  folder: string,
  runtime: string,
  user: OrdinaryUser | undefined,
  hosts: readonly string[] = [],
): string {
  const file = path.join(folder, user === undefined ? 'launch' : `launch-as-${user.uid}`);
  const identity = user === undefined ? '' : `--reuid ${user.uid} --regid ${user.gid} --clear-groups `;
  const ownHosts = path.join(folder, 'hosts');
  fs.writeFileSync(ownHosts, `${hosts.join('\n')}\n`);
  // In its own mount namespace, which ends with it.
  const apart = `unshare --mount -- sh -c 'mount --bind "$0" /etc/hosts && exec "$@"' '${ownHosts}' `;
  const script = `#!/bin/sh\nexec ${hosts.length === 0 ? '' : apart}setpriv --pdeathsig KILL ${identity}-- '${runtime}' "$@"\n`;
  fs.writeFileSync(file, script, { mode: 0o755 });
  return file;
}

/**
 * Ends what the app left running in its process group (both ways to start it make one) and waits until it is gone:
 * Chromium's helpers may outlive it for a moment and write into a profile that is being removed.
 */
async function endGroup(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    // Windows has no process groups; a process that has already ended is no failure.
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  const gone = async (): Promise<void> => {
    for (;;) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        return; // The group has ended.
      }
      if (process.platform === 'linux' && !isGroupAlive(pid)) return;
      await sleep(POLL_MS);
    }
  };
  await within(gone(), STOP_LIMIT_MS, 'End of the helpers of the app');
}

/** Returns whether a process runs: one that has ended but is not reaped yet does not count. */
function isGroupAlive(group: number): boolean {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      const stat = readStat(pid);
      // After the name, which may hold anything: state, parent, group. Source: proc_pid_stat(5).
      const [state, , ownGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return ownGroup === String(group) && state !== 'Z' && state !== 'X';
    });
}

function readStat(pid: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It ended while it was looked at.
    return '';
  }
}

function collect(child: ChildProcess): () => string {
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk: unknown) => chunks.push(String(chunk)));
  child.stderr?.on('data', (chunk: unknown) => chunks.push(String(chunk)));
  return () => chunks.join('');
}
