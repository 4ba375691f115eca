import { app } from 'electron';

/** Ends the app in order; the system then starts `executable` (null: the running program) with the same arguments. */
export function restartApp(executable: string | null): void {
  app.relaunch(executable === null ? {} : { execPath: executable });
  app.quit();
}
