import type { Page } from 'playwright-core';
import type { LoginItem } from '../../../src/shared/computer.ts';

/** Sets or removes start at login, as the switch in the settings does, and returns what the app then reads back. */
export function setLoginItem(counter: Page, on: boolean): Promise<LoginItem> {
  return ask(counter, `window.mostrador['computer:set-login-item']({ on: ${String(on)} })`);
}

/** Returns what the app reads back from the system now. */
export function readLoginItem(counter: Page): Promise<LoginItem> {
  return ask(counter, "window.mostrador['computer:read']()");
}

async function ask(counter: Page, call: string): Promise<LoginItem> {
  const { loginItem } = await counter.evaluate<{ readonly loginItem: LoginItem }>(call);
  return loginItem;
}
