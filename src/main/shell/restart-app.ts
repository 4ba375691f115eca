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
