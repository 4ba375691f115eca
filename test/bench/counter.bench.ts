// How soon the counter follows a key, a code and a click on the tray with 12,000 orders, beside a window with one box and a list.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchApp, type LaunchedApp } from '../desktop/launch-app.ts';
import { repository } from '../desktop/runtime.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { LIMIT_MS, prepareShop } from './bench-shop.ts';
import { noteRows, painted, rowsAt, untilMinimised, untilRestored, wallMs, watchKey } from './in-page.ts';
import { printRow, quantile } from './row.ts';

const STORED = 12_000;
const ROUNDS = 12;
const WINDOWS = 20;
/** The last of a number completes a code. */
const QUERIES = ['4821', '1987', 'lucia', 'leche'] as const;
const ERASED = ['Escape', 'Escape'] as const;
const VERDICT = '[data-verdict]';
const FRAME_MS = 1_000 / 60;
/** Between two keys of somebody quick; what a key changes is drawn by then. */
const WITHIN_MS = 200;
const SETTLE_MS = 3_000;
const SMALLEST_PAUSE_MS = 500;

type Side = { readonly desktop: Desktop; readonly launched: LaunchedApp };
type Figures = {
  keys: number[];
  verdicts: number[];
  wholeVerdicts: number[];
  fresh: number[];
  restored: number[];
};

// A desktop each: both have a tray, and a window that has the focus.
const desktops = [await startDesktop(), await startDesktop({ keyring: false })] as const;
try {
  await main(...desktops);
} finally {
  for (const desktop of desktops) await desktop.stop();
}

async function main(ours: Desktop, other: Desktop): Promise<void> {
  const shop = await prepareShop(ours, 'shop', { stored: STORED });
  const product = await start(ours, repository, shop.profileDir);
  const bare = await start(other, path.join(repository, 'test/fixtures/bare-window'));
  try {
    await sleep(SETTLE_MS);
    const figures = { product: noFigures(), bare: noFigures() };
    for (let round = 0; round <= WINDOWS; round += 1) {
      // The first round warms the caches and does not count.
      await measureWindow(product, round === 0 ? noFigures() : figures.product);
      await measureWindow(bare, round === 0 ? noFigures() : figures.bare);
    }
    const pages = { product: await openWindow(product), bare: await openWindow(bare) };
    await sleep(SETTLE_MS);
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const query of QUERIES) {
        await typeQuery(pages.product, query, round === 0 ? noFigures() : figures.product);
        await typeQuery(pages.bare, query, round === 0 ? noFigures() : figures.bare);
      }
    printRows(figures);
  } finally {
    await product.launched.stop();
    await bare.launched.stop();
  }
}

function noFigures(): Figures {
  return { keys: [], verdicts: [], wholeVerdicts: [], fresh: [], restored: [] };
}

async function start(desktop: Desktop, appDir: string, profileDir?: string): Promise<Side> {
  const launched = await launchApp({
    desktop,
    appDir,
    args: ['--hidden'],
    ...(profileDir === undefined ? {} : { profileDir }),
  });
  await launched.app.context().addInitScript(noteRows);
  await desktop.tray.waitForItem(LIMIT_MS);
  return { desktop, launched };
}

function isOurs(page: Page): boolean {
  return page.url().includes('view=counter') || page.url().endsWith('page.html');
}

async function openWindow({ desktop, launched }: Side): Promise<Page> {
  const opened = launched.app.waitForEvent('window', { predicate: isOurs, timeout: LIMIT_MS });
  await desktop.tray.activate();
  const page = await opened;
  await page.getByRole('row').first().waitFor({ timeout: LIMIT_MS });
  return page;
}

/** From a click on the tray to rows on the screen: in a new window, and in one that was minimised. */
async function measureWindow(side: Side, figures: Figures): Promise<void> {
  const clickedAt = wallMs();
  const page = await openWindow(side);
  figures.fresh.push((await page.evaluate(rowsAt)) - clickedAt);
  await sleep(SMALLEST_PAUSE_MS);
  const window = await side.launched.app.browserWindow(page);
  await window.evaluate(untilMinimised);
  const restored = window.evaluate(untilRestored);
  await sleep(SMALLEST_PAUSE_MS);
  const againAt = wallMs();
  await side.desktop.tray.activate();
  figures.restored.push((await restored) - againAt);
  await page.close();
  await sleep(SMALLEST_PAUSE_MS);
}

/** From each key to the end of the frame that shows what it changed; a verdict stands before what is in the bag was read. */
async function typeQuery(page: Page, query: (typeof QUERIES)[number], figures: Figures): Promise<void> {
  for (const key of ERASED) await page.keyboard.press(key);
  await sleep(SMALLEST_PAUSE_MS);
  for (const [at, key] of query.split('').entries()) {
    await page.evaluate(watchKey, { withinMs: WITHIN_MS, sought: VERDICT });
    await page.keyboard.press(key);
    const { allMs, soughtMs } = await page.evaluate(painted);
    if (Number.isNaN(allMs)) continue;
    const isWholeCode = /\d/u.test(key) && at === query.length - 1;
    if (!isWholeCode) figures.keys.push(allMs);
    else {
      figures.wholeVerdicts.push(allMs);
      figures.verdicts.push(Number.isNaN(soughtMs) ? allMs : soughtMs);
    }
  }
}

function printRows({ product, bare }: { readonly product: Figures; readonly bare: Figures }): void {
  const against = 'bare Electron window, one box and a list';
  const rows = [
    ['key to painted list', 'keys', 2 * FRAME_MS],
    ['last key of a code to painted verdict', 'verdicts', 2 * FRAME_MS],
    ['last key of a code to verdict with the bag and what was asked', 'wholeVerdicts', 2 * FRAME_MS],
    ['click on the tray to rows, new window', 'fresh', 250],
    ['click on the tray to rows, minimised window', 'restored', 250],
  ] as const;
  for (const [what, of, aim] of rows)
    for (const share of [0.5, 0.95] as const)
      printRow({
        what: `${what}, ${STORED} orders, p${share * 100}`,
        unit: 'ms',
        value: quantile(product[of], share),
        baseline: quantile(bare[of], share),
        against,
        aim: { of: 'value', bound: 'at most', limit: Math.ceil(aim) },
      });
}
