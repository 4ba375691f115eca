import { spawn } from 'node:child_process';
import { app } from 'electron';

/** How this very run is started again. */
export type Restart = {
  /** null: the running program. */
  readonly executable: string | null;
  /** Arguments of this run. */
  readonly again: readonly string[];
};

/** Ends the app in order; the system then starts it with the same arguments. */
export function restartApp({ executable, again }: Restart): void {
  // Of its own accord Electron hands arguments on only to the same program: the profile would be lost.
  app.relaunch(executable === null ? {} : { execPath: executable, args: [...again] });
  app.quit();
}

/** Starts the app again with these arguments, and ends this one. `executable` null: the same program. */
export function startInstead(executable: string | null, args: readonly string[]): void {
  app.relaunch({ args: [...args], ...(executable === null ? {} : { execPath: executable }) });
  app.quit();
}

/** Starts the app with these arguments beside this one, which goes on. */
export function startBeside(
  executable: string | null,
  args: readonly string[],
  hear: { readonly onStarted: () => void; readonly onFailed: (error: Error) => void },
): void {
  const child = spawn(executable ?? process.execPath, args, { detached: true, stdio: 'ignore' });
  child.once('spawn', hear.onStarted);
  child.once('error', hear.onFailed);
  child.unref();
}
