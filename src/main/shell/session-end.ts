import { app, powerMonitor } from 'electron';

/**
 * Ends the app in order when the computer is shut down or its user signs out; `onEnd` runs first and at once. Linux and
 * macOS wait for the app to end. Windows tells its windows and waits for none: what has to last is on the disk already.
 */
export function watchSessionEnd(onEnd: () => void): void {
  const end = (): void => {
    onEnd();
    app.quit();
  };
  powerMonitor.on('shutdown', () => end());
  app.on('browser-window-created', (_event, window) => window.on('session-end', end));
}
