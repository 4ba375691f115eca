import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const SOURCE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA with all that it includes, and axe-core's best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** What is wrong stays wrong however often it is looked at; a colour of the theme before does not. */
const LOOKS = 4;
const THEMES = ['light', 'dark'] as const;

/** Returns what axe-core finds wrong on the page as it stands, a line for each rule; empty when nothing is. */
async function violations(page: Page): Promise<readonly string[]> {
  // As code of the browser's own: the page's policy lets in no script of somebody else.
  await page.evaluate(`${SOURCE};void 0`);
  return page.evaluate<readonly string[]>(
    `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations.map(
      ({ id, nodes }) => id + ': ' + nodes.map(({ target, any }) => [target, ...any.map(({ message }) => message)].join(' ')).join(' | ')
    ))`,
  );
}

/** Returns what axe-core finds wrong in the light and in the dark theme, with the name of the state before each line. */
export async function violationsInBothThemes(page: Page, state: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    let lines: readonly string[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      await page.evaluate(takeTheme, `${colorScheme}-${look}`);
      lines = await violations(page);
      if (lines.length === 0) break;
    }
    found.push(...lines.map((line) => `${state}, ${colorScheme}: ${line}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

/** Runs in a page: the oldest Chromium keeps an inherited colour of the theme before until a rule of the element changes. */
function takeTheme(theme: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { --seen: ${theme} }`);
  document.adoptedStyleSheets = [sheet];
}
