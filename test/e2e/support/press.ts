import type { Locator } from 'playwright-core';

const WAIT_MS = 4_000;
const MOST = 5;

/**
 * Presses a button until something came of it, as a person does: one whose row has just changed takes no click for a moment
 * (`hand-over-button.tsx`), and on a busy computer the row may change between the look and the click. `done` waits for so
 * many milliseconds, and throws when nothing came. Each press more is told.
 */
export async function press(button: Locator, done: (timeoutMs: number) => Promise<void>): Promise<void> {
  for (let presses = 1; ; presses += 1) {
    if ((await button.count()) > 0) await button.click();
    try {
      await done(WAIT_MS);
      return;
    } catch (error) {
      if (presses === MOST) throw error;
      const states = await button.evaluateAll((all) => all.map((one) => one.outerHTML));
      console.warn(`Nothing came of press ${String(presses)}: ${states.join()}`);
    }
  }
}
