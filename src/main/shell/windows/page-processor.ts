import { app, type BrowserWindow } from 'electron';

/** Returns the processor time that a window's page has used so far; null where the system does not tell. */
export function processorMs({ webContents }: BrowserWindow): number | null {
  const pid = webContents.getOSProcessId();
  const seconds = app.getAppMetrics().find((one) => one.pid === pid)?.cpu.cumulativeCPUUsage;
  return seconds === undefined ? null : seconds * 1000;
}
