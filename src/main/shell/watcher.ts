import { spawn } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { app, dialog } from 'electron';
import type { Texts } from '../../shared/texts/texts.ts';

/** What the app says to its watcher before it ends in order. */
export const QUIT = 'quit';
/** What a watcher says when it hears the app. */
const LISTENS = 'listens';

type Channel = Pick<EventEmitter, 'once'> & {
  readonly connected: boolean;
  readonly send?: ((message: string) => unknown) | undefined;
};

/** Not at once: a shop's own hand, or a test's, may be faster, and a bus that died may come back. */
const WAIT_MS = 25_000;
/** So many failures within so long are no accident: starting again would only hide them. */
const MAX_FAILURES = 5;
const WITHIN_MS = 10 * 60_000;

/**
 * Waits for the end of the app whose channel this process holds, and starts it again unless it said that it ends in order.
 * A channel and not a process number: the system closes it with the process, however that died, and hands it to no other.
 */
export function runWatcher(deps: {
  readonly program: string;
  readonly args: readonly string[];
  readonly words: () => Texts['start'];
  /** The process that ended. */
  readonly watchedPid: number | null;
  /** Whether nobody else has started the app since it died in one of these processes. */
  readonly mayStart: (dead: readonly number[]) => boolean;
  /** Keeps what happened for the health history: nobody else is alive to. */
  readonly onGivingUp: () => void;
  /** Where the app speaks, and its end is heard of. */
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
    const child = spawn(deps.program, [...deps.args], {
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
  // The app ends a watcher that does not listen yet. One that is alive then, and alone, was left by a failure.
  if (channel.connected) channel.send?.(LISTENS);
  else failed();
  // It is no user's program: no signal for the app's own group and no closed window ends it.
  app.on('window-all-closed', () => undefined);
}
