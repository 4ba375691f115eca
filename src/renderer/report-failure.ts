import type { MostradorApi } from '../shared/ipc-contract.ts';

const MAX_MESSAGE_CHARS = 500;
/** A page that fails over and over must not fill the log. */
const MAX_REPORTS = 20;
let reports = 0;

/** Puts into main's log what went wrong on a page. Never throws: it is called where something went wrong already. */
export function reportFailure(api: MostradorApi, where: string, error: unknown): void {
  reports += 1;
  if (reports > MAX_REPORTS) return;
  try {
    const message = String(error instanceof Error ? (error.stack ?? error.message) : error);
    api['page:failed']({ where, message: message.slice(0, MAX_MESSAGE_CHARS) }).catch(() => undefined);
  } catch {
    // There is nobody left to tell.
  }
}

/** Reports what nobody on a page catches. */
export function reportUncaught(api: MostradorApi, where: string): void {
  window.addEventListener('error', (event) => {
    // Chromium's note that a size changed while sizes were told; it is told again, and nothing is lost.
    if (!event.message.startsWith('ResizeObserver loop'))
      reportFailure(api, where, event.error ?? event.message);
  });
  window.addEventListener('unhandledrejection', (event) => reportFailure(api, where, event.reason));
}
