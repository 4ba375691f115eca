import type { Log } from '../../log.ts';

/** For how long a page that is loaded may draw nothing. One that is shown too early is empty for a moment, no more. */
const DRAWN_WITHIN_MS = 1_000;

/** The part of a BrowserWindow that is needed. */
export type NewWindow = {
  readonly once: {
    (event: 'ready-to-show', listener: () => void): unknown;
    (event: 'closed', listener: () => void): unknown;
  };
  readonly webContents: { readonly once: (event: 'did-finish-load', listener: () => void) => unknown };
};

/**
 * Calls `show` once: when the page of a new window has drawn its first frame, so that nobody sees an empty one, or a
 * second after the page was loaded. Chromium's drawing may have ended and begun anew meanwhile, and a hidden window then
 * waits for its frame for good.
 */
export function onFirstFrame(window: NewWindow, show: () => void, log: Pick<Log, 'warn'>): void {
  let isOver = false;
  let late: NodeJS.Timeout | undefined;
  const end = (): void => {
    isOver = true;
    clearTimeout(late);
  };
  window.once('ready-to-show', () => {
    if (isOver) return;
    end();
    show();
  });
  window.webContents.once('did-finish-load', () => {
    if (isOver) return;
    late = setTimeout(() => {
      end();
      log.warn('A page is loaded and has drawn nothing; showing its window all the same');
      show();
    }, DRAWN_WITHIN_MS);
  });
  window.once('closed', end);
}
