import { spawn, type ChildProcess } from 'node:child_process';
import type { Log } from '../log.ts';
import { QUIT } from './watcher.ts';

const AGAIN_AFTER_MS = 30_000;

export type Watchdog = {
  /** From now on the app is started again when its process dies. */
  readonly start: () => void;
  /** The app ends in order: nobody shall start it again. Resolves when that was said. */
  readonly release: () => Promise<void>;
};

/** Reads one word, which only an end in order sends; when there is none a watcher takes the shell's place. */
const WAIT_IN_SHELL = `read -r word; [ "$word" = ${QUIT} ] || exec "$@"`;

/**
 * Has a process of its own wait for the death of this one, and start the app again then (`watcher.ts`): no system does that
 * for a program of the desktop by itself everywhere. Where there is a shell, that waits, which costs a megabyte; on Windows
 * the watcher does so itself. One that was started by its watcher goes on with that one.
 */
export function createWatchdog(deps: {
  readonly program: string;
  /** Arguments that start a watcher for this very profile. */
  readonly args: readonly string[];
  readonly log: Log;
}): Watchdog {
  const { log } = deps;
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
      ? spawn('/bin/sh', ['-c', WAIT_IN_SHELL, 'sh', deps.program, ...deps.args], {
          detached: true,
          stdio: ['pipe', 'ignore', 'ignore'],
        })
      : spawn(deps.program, [...deps.args], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
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
    // It may be gone by the time that it is spoken to.
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
          // It would not hear it, and take the end of the app for a failure.
          child.kill('SIGKILL');
          resolve();
        } else if (child?.stdin) child.stdin.end(`${QUIT}\n`, done);
        else if (child?.connected === true) child.send(QUIT, done);
        else if (process.connected && process.send !== undefined) process.send(QUIT, undefined, {}, done);
        else resolve();
      }),
  };
}
