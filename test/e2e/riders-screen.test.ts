import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';
import { readyOrder } from './support/news.ts';

let shop: Shop;
let counter: Page;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
});
afterAll(() => shop?.stop());

/** Plugs a second screen in, or out: the system's own events, and what it answers from then on. */
const plug = (isIn: boolean): Promise<void> =>
  shop.app().app.evaluate(({ screen }, plugged) => {
    const own = screen.getPrimaryDisplay();
    const bounds = { ...own.bounds, x: own.bounds.x + own.bounds.width };
    const second = { ...own, id: own.id + 77, bounds };
    screen.getAllDisplays = () => (plugged ? [own, second] : [own]);
    screen.getDisplayMatching = () => second;
    screen.emit(plugged ? 'display-added' : 'display-removed', {}, second);
  }, isIn);
const ridersOpen = (): Promise<boolean> =>
  shop
    .app()
    .app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((one) => one.webContents.getURL().includes('view=riders')),
    );
const untilOpen = async (wanted: boolean): Promise<void> => {
  await expect.poll(ridersOpen, { timeout: LIMIT_MS }).toBe(wanted);
};

test('the riders’ screen shows codes and no names, goes with its screen and comes back with it', async () => {
  await readyOrder(shop);
  await plug(true);
  expect(await ridersOpen()).toBe(false);
  await counter.evaluate(() => window.mostrador['riders:set']({ riders: { on: true, digits: 'last-3' } }));
  const riders = await shop.window('view=riders');
  const waiting = riders.getByRole('region', { name: es.riders.waiting });
  await waiting.getByText('··821').waitFor({ timeout: LIMIT_MS });
  expect(await riders.locator('body').textContent()).not.toMatch(/4821|Luc/);
  await picture(riders, 'riders');
  const broken: string[] = [];
  for (const width of [300, 480, 640, 700, 800, 1120, 1920]) {
    await riders.setViewportSize({ width, height: 720 });
    const lines = await riders.getByRole('heading', { level: 2 }).evaluateAll((titles) =>
      titles.map((title) => {
        const range = document.createRange();
        range.selectNodeContents(title);
        return range.getClientRects().length;
      }),
    );
    if (lines.some((count) => count !== 1)) broken.push(`${String(width)}: ${lines.join(', ')}`);
  }
  expect(broken).toEqual([]);
  expect(await violationsInBothThemes(riders, 'riders')).toEqual([]);
  const places = (): unknown =>
    JSON.parse(fs.readFileSync(path.join(shop.profileDir, 'windows.json'), 'utf8'));
  await expect.poll(places, { timeout: LIMIT_MS }).toHaveProperty('riders.displayId');

  await plug(false);
  await untilOpen(false);
  await plug(true);
  await untilOpen(true);
});

test('Escape leaves it until it is asked for again, as from the tray; switched off it is gone', async () => {
  const riders = await shop.window('view=riders');
  await riders.getByRole('heading', { name: es.riders.waiting }).waitFor();
  await riders.keyboard.press('Escape').catch(() => undefined);
  await untilOpen(false);
  await plug(true);
  expect(await ridersOpen()).toBe(false);
  await shop.desktop.tray.choose(es.riders.title);
  await untilOpen(true);
  await counter.evaluate(() => window.mostrador['riders:set']({ riders: { on: false, digits: 'all' } }));
  await untilOpen(false);
});
