import { spawn } from 'node:child_process';
import { app } from 'electron';

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
