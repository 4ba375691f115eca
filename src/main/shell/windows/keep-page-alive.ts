import { planPageReload, UNRESPONSIVE_MS } from './page-reload.ts';
import type { Log } from '../../log.ts';

/** A page that got less of the processor in that time is waited for again, so many times: the computer is slow. */
const GIVEN_MS = 3_000;
const MOST_WAITS = 6;

/** The part of a BrowserWindow that is needed. */
export type PageWindow = {
  readonly isDestroyed: () => boolean;
  readonly destroy: () => void;
  readonly on: (event: 'closed', listener: () => void) => unknown;
  readonly webContents: {
    readonly reload: () => void;
    readonly forcefullyCrashRenderer: () => void;
    readonly on: {
      (
        event: 'render-process-gone',
        listener: (event: unknown, details: { reason: string }) => void,
      ): unknown;
      (event: 'unresponsive', listener: () => void): unknown;
      (event: 'responsive', listener: () => void): unknown;
    };
  };
};

/**
 * Reloads a window's page when it crashes or hangs, after growing pauses. Closes the window when that does not help: the
 * tray opens a new one, and alerts do not need a window. `usedMs`: returns the processor time of the page so far.
 */
export function keepPageAlive(
  window: PageWindow,
  name: string,
  deps: { readonly log: Log; readonly monotonicMs: () => number; readonly usedMs?: () => number | null },
): void {
  const { log, monotonicMs, usedMs = () => null } = deps;
  const page = window.webContents;
  const comeBack = createDelay();
  const patience = createDelay();
  let ended = 0;
  let bornMs = monotonicMs();

  const giveUp = (reason: string): void => {
    log.error(`The ${name} window's page ended again and again (${reason}); closing the window`);
    // Not within the event of its end.
    comeBack.start(() => window.destroy(), 0);
  };
  page.on('render-process-gone', (_event, { reason }) => {
    patience.stop();
    if (window.isDestroyed()) return;
    const next = planPageReload(ended, monotonicMs() - bornMs);
    ended = next.ended;
    const { plan } = next;
    if (plan.kind === 'close') {
      giveUp(reason);
      return;
    }
    log.error(`The ${name} window's page ended (${reason}); loading it again in ${String(plan.inMs)} ms`);
    comeBack.start(() => {
      bornMs = monotonicMs();
      page.reload();
    }, plan.inMs);
  });
  const waitFor = (before: number | null, waits: number): void =>
    patience.start(() => {
      const used = usedMs();
      const isStarved = used !== null && before !== null && used - before < GIVEN_MS;
      if (isStarved && waits > 1) {
        waitFor(before, waits - 1);
        return;
      }
      log.error(`The ${name} window's page still does not answer; ending it`);
      page.forcefullyCrashRenderer();
    }, UNRESPONSIVE_MS);
  page.on('unresponsive', () => {
    log.warn(`The ${name} window's page does not answer`);
    waitFor(usedMs(), MOST_WAITS);
  });
  page.on('responsive', () => {
    log.info(`The ${name} window's page answers again`);
    patience.stop();
  });
  window.on('closed', () => {
    comeBack.stop();
    patience.stop();
  });
}

function createDelay(): { readonly start: (run: () => void, ms: number) => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    start: (run, ms) => {
      stop();
      timer = setTimeout(run, ms);
    },
    stop,
  };
}
