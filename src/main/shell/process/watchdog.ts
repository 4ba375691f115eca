import type { ChildProcess } from 'node:child_process';
import type { Log } from '../../log.ts';
import { startProgram } from '../../programs.ts';
import { QUIT } from './watcher.ts';

const AGAIN_AFTER_MS = 30_000;
/** Longer than everything that an end may do: the system may ask a person for a password to install an update. */
const QUIT_LIMIT_S = 600;

export type Watchdog = {
  /** From now on the app is started again after a crash. */
  readonly start: () => void;
  /** Prevents a restart, because the app quits properly. Resolves when the watcher was told. */
  readonly release: () => Promise<void>;
};

/**
 * Waits for the word that only a proper quit sends. Without it, a watcher replaces the shell. With it the app, whose end
 * closes the pipe, has so many seconds: one that hangs where Chromium ends would keep a new start waiting for ever. Where
 * there is no `timeout`, as on macOS, nobody waits for that.
 */
const waitInShell = (limitS: number): string =>
  `read -r word; [ "$word" = ${QUIT} ] || exec "$@"; timeout ${String(limitS)} cat; [ $? != 124 ] || kill -9 "$PPID"`;

/**
 * Returns the watchdog: another process that waits for the end of this one and starts the app again after a crash (see
 * `watcher.ts`), which not every system does for a desktop program. Linux and macOS: a shell waits, which costs a
 * megabyte. Windows: the watcher itself waits. An app that its watcher started keeps that watcher.
 */
export function createWatchdog(deps: {
  readonly program: string;
  /** Arguments that start a watcher for this very profile. */
  readonly args: readonly string[];
  readonly quitLimitS?: number;
  readonly log: Log;
}): Watchdog {
  const { quitLimitS = QUIT_LIMIT_S, log } = deps;
  let child: ChildProcess | null = null;
  let isHeard = false;
  let isReleased = false;
  let isStarted = false;

  const later = (why: string, detail?: unknown): void => {
    child = null;
    if (isReleased) return;
    log.warn(`Nobody waits for a failure of the app any more (${why}); somebody will again soon`, detail);
    setTimeout(watch, AGAIN_AFTER_MS).unref();
  };
  const hasShell = process.platform !== 'win32';
  const begin = (): ChildProcess =>
    hasShell
      ? startProgram('/bin/sh', ['-c', waitInShell(quitLimitS), 'sh', deps.program, ...deps.args], {
          detached: true,
          stdio: ['pipe', 'ignore', 'ignore'],
        })
      : startProgram(deps.program, deps.args, {
          detached: true,
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        });
  const watch = (): void => {
    if (isReleased) return;
    const started = begin();
    child = started;
    isHeard = hasShell;
    started.once('message', () => {
      isHeard = true;
    });
    let isGone = false;
    const gone = (why: string, detail?: unknown): void => {
      if (!isGone) later(why, detail);
      isGone = true;
    };
    started.once('error', (error) => gone('it cannot be started', error));
    started.once('exit', (code, signal) => gone(`it ended: ${String(code ?? signal)}`));
    started.unref();
    started.channel?.unref();
    // It may have ended when it is written to.
    started.stdin?.on('error', () => undefined);
  };

  return {
    start: () => {
      if (isStarted) return;
      isStarted = true;
      if (process.send === undefined || !process.connected) {
        watch();
        return;
      }
      process.once('disconnect', () => later('its process ended'));
    },
    release: () =>
      new Promise((resolve) => {
        if (isReleased) {
          resolve();
          return;
        }
        isReleased = true;
        const done = (): void => resolve();
        if (child !== null && !isHeard) {
          // It does not listen yet, and would take the end of the app for a crash.
          child.kill('SIGKILL');
          resolve();
        } else if (child?.stdin) child.stdin.write(`${QUIT}\n`, done);
        else if (child?.connected === true) child.send(QUIT, done);
        else if (process.connected && process.send !== undefined) process.send(QUIT, undefined, {}, done);
        else resolve();
      }),
  };
}
