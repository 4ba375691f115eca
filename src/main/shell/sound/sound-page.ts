import { BrowserWindow } from 'electron';
import type { SoundReport } from '../../../shared/ipc-contract.ts';
import type { PageTest } from '../../core/health/sound-health.ts';
import type { Log } from '../../log.ts';
import { PAGE_ORIGIN } from '../windows/window-security.ts';

/** Returns the hidden window in which tones are played. It loads by itself. */
export function createSoundPage({
  preload,
  log,
}: {
  readonly preload: string;
  readonly log: Pick<Log, 'error'>;
}): BrowserWindow {
  const window = new BrowserWindow({
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
  window.loadURL(`${PAGE_ORIGIN}/sound.html`).catch((error: unknown) => {
    log.error('The sound page could not be loaded', error);
  });
  return window;
}

/**
 * Returns what a report of the page says of the sound: without an output nobody hears a tone that was played. Outputs that
 * could not be counted make it no worse.
 */
export function toPageTest({ ok, devices, detail }: SoundReport): PageTest {
  const outputs = devices ?? 1;
  return { ok: ok && outputs > 0, devices: outputs, detail };
}
