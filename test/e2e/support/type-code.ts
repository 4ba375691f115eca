import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { LIMIT_MS } from '../main-job/open-shop.ts';

/** Types a code in the counter. Again where the computer kept it from being typed in one go: a pause begins another code. */
export async function typeCode(counter: Page, code: string): Promise<void> {
  const box = counter.getByRole('search').getByRole('textbox');
  await expect
    .poll(
      async () => {
        await counter.keyboard.press('Escape');
        await counter.keyboard.type(code);
        return box.inputValue();
      },
      { timeout: LIMIT_MS, interval: 1_000 },
    )
    .toBe(code);
}
