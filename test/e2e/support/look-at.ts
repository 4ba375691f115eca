import type { Page } from 'playwright-core';
import { picture } from '../main-job/open-shop.ts';
import { pageFaults } from './page-faults.ts';

/** With text of 200 % a window of 1120 by 720 has room for half of that: the low ones are such. */
const SIZES = [
  [240, 360],
  [300, 360],
  [380, 360],
  [440, 360],
  [560, 360],
  [480, 720],
  [760, 720],
  [880, 720],
  [1120, 720],
  [1920, 1080],
] as const;

/** Returns what is wrong with a window at each size not lower or narrower than said. `show` brings what is meant into view. */
export async function lookAt(
  page: Page,
  state: string,
  {
    lowest = 0,
    narrowest = 0,
    show,
  }: { readonly lowest?: number; readonly narrowest?: number; readonly show?: () => Promise<void> } = {},
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [width, height] of SIZES) {
    if (height < lowest || width < narrowest) continue;
    await page.setViewportSize({ width, height });
    await show?.();
    const name = `${state}, ${String(width)}x${String(height)}`;
    const faults = await pageFaults(page, name);
    found.push(...faults);
    if (faults.length > 0) await picture(page, `window-${name.replaceAll(/\W+/g, '-')}`);
  }
  await page.setViewportSize({ width: 1120, height: 720 });
  return found;
}
