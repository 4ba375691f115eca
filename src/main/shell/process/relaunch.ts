import { app } from 'electron';
import { startProgram } from '../../programs.ts';

/** How to start this run again. */
export type Restart = {
  /** null: the same program. */
  readonly executable: string | null;
  /** Arguments of this run. */
  readonly again: readonly string[];
};

/** Quits the app and starts it again with the same arguments. */
export function restartApp({ executable, again }: Restart): void {
  // For another program Electron passes on no arguments by itself: the profile would be lost.
  app.relaunch(executable === null ? {} : { execPath: executable, args: [...again] });
  app.quit();
}

/** Quits the app and starts it again with other arguments. `executable` null: the same program. */
export function startInstead(executable: string | null, args: readonly string[]): void {
  app.relaunch({ args: [...args], ...(executable === null ? {} : { execPath: executable }) });
  app.quit();
}

/**
 * Returns what starts the app again, with a window, when it has ended: who starts it while it ends is told that it runs. Once,
 * and not where an installer may begin then: on Linux that is done before the end, elsewhere it replaces the program after it.
 */
export function createComeBack(deps: {
  readonly restart: Restart;
  /** An update is downloaded, or almost. */
  readonly mayBeReplaced: () => boolean;
  readonly platform?: string;
}): () => void {
  const { restart, platform = process.platform } = deps;
  let isWanted = false;
  return () => {
    if (isWanted || (platform !== 'linux' && deps.mayBeReplaced())) return;
    isWanted = true;
    startInstead(
      restart.executable,
      restart.again.filter((arg) => arg !== '--hidden'),
    );
  };
}

/** Starts the app a second time with other arguments; this one keeps running. */
export function startBeside(
  executable: string | null,
  args: readonly string[],
  handlers: { readonly onStarted: () => void; readonly onFailed: (error: Error) => void },
): void {
  const child = startProgram(executable ?? process.execPath, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  child.once('spawn', handlers.onStarted);
  child.once('error', handlers.onFailed);
  child.unref();
}
