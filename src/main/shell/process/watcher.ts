import type { EventEmitter } from 'node:events';
import { app, dialog } from 'electron';
import type { Texts } from '../../../shared/texts/texts.ts';
import { startProgram } from '../../programs.ts';

/** What the app sends to its watcher before it quits properly. */
export const QUIT = 'quit';
/** What a watcher sends when it listens to the app. */
const LISTENS = 'listens';

type Channel = Pick<EventEmitter, 'once'> & {
  readonly connected: boolean;
  readonly send?: ((message: string) => unknown) | undefined;
};

/** Not at once: somebody may start the app by hand, and a session bus that crashed may come back. */
const WAIT_MS = 25_000;
/** After so many crashes within this time a restart would only hide the cause. */
const MAX_FAILURES = 5;
const WITHIN_MS = 10 * 60_000;

/**
 * Waits for the end of the app at the other end of the channel, and starts it again unless it announced a proper quit. It
 * watches a channel instead of a process id, because the system closes the channel however the process ends, and never
 * gives it to another process.
 */
export function runWatcher(deps: {
  readonly program: string;
  readonly args: readonly string[];
  readonly words: () => Texts['start'];
  /** Process id of the app that this watcher was started for; null: not known. */
  readonly watchedPid: number | null;
  /** Returns whether nobody else has started the app since it crashed in one of these processes. */
  readonly mayStart: (dead: readonly number[]) => boolean;
  /** Stores the event for the health history, which no app process is left to do. */
  readonly onGivingUp: () => void;
  /** Carries the app's message, and closes when the app ends. */
  readonly channel?: Channel;
  readonly waitMs?: number;
}): void {
  const { channel = process, waitMs = WAIT_MS } = deps;
  let failures: readonly number[] = [];
  let dead: readonly number[] = deps.watchedPid === null ? [] : [deps.watchedPid];

  const failed = (): void => {
    const now = performance.now();
    failures = [...failures.filter((at) => now - at < WITHIN_MS), now];
    setTimeout(failures.length > MAX_FAILURES ? giveUp : startAgain, waitMs);
  };
  const startAgain = (): void => {
    if (!deps.mayStart(dead)) {
      app.exit(0);
      return;
    }
    const child = startProgram(deps.program, deps.args, {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    if (child.pid !== undefined) dead = [...dead, child.pid];
    let isOver = false;
    const over = (inOrder: boolean): void => {
      if (isOver) return;
      isOver = true;
      if (inOrder) app.exit(0);
      else failed();
    };
    child.once('message', () => over(true));
    child.once('error', () => over(false));
    child.once('exit', () => over(false));
  };
  const giveUp = (): void => {
    deps.onGivingUp();
    const { gaveUpTitle, gaveUp } = deps.words();
    void app
      .whenReady()
      .then(() => dialog.showMessageBox({ type: 'error', message: gaveUpTitle, detail: gaveUp }))
      .finally(() => app.exit(1));
  };

  let isQuit = false;
  channel.once('message', () => {
    isQuit = true;
    app.exit(0);
  });
  channel.once('disconnect', () => {
    if (!isQuit) failed();
  });
  // The app kills a watcher that does not listen yet. So one whose channel is closed here was left by a crash.
  if (channel.connected) channel.send?.(LISTENS);
  else failed();
  // Without a listener Electron quits when the last window closes.
  app.on('window-all-closed', () => undefined);
}
