import type { BrowserWindow } from 'electron';

/** How pages are enlarged: the page's own layout follows, as in a smaller window. */
export type Zoom = {
  /** 1 to 2. */
  readonly factor: () => number;
  /** Enlarges this window's page, now and after each load. `resize` runs after each change. */
  readonly attach: (window: BrowserWindow, resize: () => void) => void;
  /** Shows all attached windows at this text size, in percent. */
  readonly set: (percent: number) => void;
};

/** Starts at this text size, in percent. */
export function createZoom(textSize: number): Zoom {
  let factor = textSize / 100;
  const attached = new Map<BrowserWindow, () => void>();
  return {
    factor: () => factor,
    attach: (window, resize) => {
      const { webContents } = window;
      attached.set(window, resize);
      window.on('closed', () => attached.delete(window));
      webContents.on('did-navigate', () => webContents.setZoomFactor(factor));
    },
    set: (percent) => {
      factor = percent / 100;
      for (const [window, resize] of attached) {
        window.webContents.setZoomFactor(factor);
        resize();
      }
    },
  };
}
