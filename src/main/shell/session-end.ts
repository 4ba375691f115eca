import { app, powerMonitor } from 'electron';

/**
 * Ends the app in order when the computer is shut down or its user signs out; `onEnd` runs first and at once. Linux and
 * macOS are asked to wait for the end of the app. Windows tells its windows and waits for none: what has to last is on the
 * disk already. Source: electronjs.org/docs/latest/api/power-monitor, "shutdown".
 */
export function watchSessionEnd(onEnd: () => void): void {
  const end = (): void => {
    onEnd();
    app.quit();
  };
  // Electron's typings leave out the event that its documentation tells of.
  const onShutdown = (event?: { readonly preventDefault: () => void }): void => {
    event?.preventDefault();
    end();
  };
  powerMonitor.on('shutdown', onShutdown);
  app.on('browser-window-created', (_event, window) => window.on('session-end', end));
}
