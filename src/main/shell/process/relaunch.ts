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
