import type { MostradorApi } from '../shared/ipc-contract.ts';

const MAX_MESSAGE_CHARS = 500;
/** A page that fails again and again must not fill the log. */
const MAX_REPORTS = 20;
/** By page. */
const reports = new WeakMap<MostradorApi, number>();

/** Writes a failure of a page to main's log. Never throws, because its callers already handle a failure. */
export function reportFailure(api: MostradorApi, where: string, error: unknown): void {
  const count = (reports.get(api) ?? 0) + 1;
  reports.set(api, count);
  if (count > MAX_REPORTS) return;
  try {
    const message = String(error instanceof Error ? (error.stack ?? error.message) : error);
    api['page:failed']({ where, message: message.slice(0, MAX_MESSAGE_CHARS) }).catch(() => undefined);
  } catch {
    // Nothing is left to report it to.
  }
}

/** Reports errors that no code on the page catches. */
export function reportUncaught(api: MostradorApi, where: string): void {
  window.addEventListener('error', (event) => {
    // Chromium reports that a size changed while it delivered sizes; it delivers them again, and nothing is lost.
    if (!event.message.startsWith('ResizeObserver loop'))
      reportFailure(api, where, event.error ?? event.message);
  });
  window.addEventListener('unhandledrejection', (event) => reportFailure(api, where, event.reason));
}
