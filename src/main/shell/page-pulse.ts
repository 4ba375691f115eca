import type { Log } from '../log.ts';

const BEAT_MS = 2_500;
/** Beats without an answer, one by one: this process itself may have stood still for a while. */
const MISSED = 3;
const MISSED_WHILE_LOADING = 8;

/** What is needed of a BrowserWindow. */
export type PulseWindow = {
  readonly isDestroyed: () => boolean;
  readonly once: (event: 'closed', listener: () => void) => unknown;
  readonly webContents: {
    /** Answered by the page's own thread, and only once it has loaded. */
    readonly executeJavaScript: (code: string) => Promise<unknown>;
    readonly forcefullyCrashRenderer: () => void;
    readonly once: (event: 'did-finish-load', listener: () => void) => unknown;
  };
};

/**
 * Asks a page for a sign of life for as long as its window is there, and ends one that gives none: `render-process-gone`
 * tells of that. Chromium itself notices a page that hangs only when somebody clicks on it.
 */
export function watchPulse(window: PulseWindow, name: string, log: Pick<Log, 'error'>): void {
  const page = window.webContents;
  let missed = 0;
  let isAsked = false;
  let limit = MISSED_WHILE_LOADING;
  page.once('did-finish-load', () => {
    limit = MISSED;
    missed = 0;
  });
  const answered = (): void => {
    isAsked = false;
    missed = 0;
  };
  const timer = setInterval(() => {
    if (window.isDestroyed()) {
      clearInterval(timer);
      return;
    }
    if (isAsked) {
      missed += 1;
      if (missed < limit) return;
      clearInterval(timer);
      log.error(`${name} does not answer; ending it`);
      page.forcefullyCrashRenderer();
      return;
    }
    isAsked = true;
    // It also ends with the page; whoever follows that makes another one.
    page.executeJavaScript('0').then(answered, answered);
  }, BEAT_MS);
  window.once('closed', () => clearInterval(timer));
}
