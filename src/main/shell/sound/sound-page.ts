import { BrowserWindow } from 'electron';

/** Returns the hidden window in which tones are played. */
export function createSoundPage(preload: string): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 200,
    height: 100,
    skipTaskbar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
}
