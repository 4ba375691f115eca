import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder } from './support/news.ts';

let shop: Shop;
let counter: Page;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
});
afterAll(() => shop?.stop());

/** How large a page is shown, against the screen. */
const scale = (page: Page): Promise<number> => page.evaluate(() => window.devicePixelRatio);
const inFile = (): unknown =>
  JSON.parse(fs.readFileSync(path.join(shop.profileDir, 'settings.json'), 'utf8'));
async function untilScale(page: Page, wanted: number): Promise<void> {
  await expect.poll(() => scale(page), { timeout: LIMIT_MS }).toBeCloseTo(wanted, 1);
}

/** Where the card's window is, and the work area of its screen. */
const cardOnScreen = () =>
  shop.app().app.evaluate(({ BrowserWindow, screen }) => {
    const card = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('card.html'));
    const bounds = card?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 };
    return { bounds, area: screen.getDisplayMatching(bounds).workArea };
  });

test('Ctrl + enlarges every window and the card, which grows and stays on the screen; it is kept', async () => {
  await readyOrder(shop);
  const card = await shop.window('card.html');
  await counter.evaluate(() => window.mostrador['window:open-about']());
  const about = await shop.window('view=about');
  await about.getByRole('heading', { level: 1 }).waitFor();
  const before = (await cardOnScreen()).bounds;
  for (const wanted of [1.1, 1.25, 1.5, 1.75, 2, 2]) {
    await about.keyboard.press('Control+Equal');
    for (const page of [about, counter, card]) await untilScale(page, wanted);
  }
  await expect.poll(inFile, { timeout: LIMIT_MS }).toMatchObject({ textSize: 200 });
  const { bounds, area } = await cardOnScreen();
  expect(bounds.width).toBe(Math.min(2 * before.width, area.width));
  expect(bounds.height).toBeGreaterThan(1.9 * before.height);
  expect(bounds.x).toBeGreaterThanOrEqual(area.x);
  expect(bounds.y).toBeGreaterThanOrEqual(area.y);
  expect(bounds.x + bounds.width).toBeLessThanOrEqual(area.x + area.width);
  expect(bounds.y + bounds.height).toBeLessThanOrEqual(area.y + area.height);
  await picture(card, 'card-200');
  await about.close();
});

test('a window that opens later, and one after a restart, has the size that was chosen', async () => {
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByRole('heading', { level: 1 }).waitFor();
  await untilScale(settings, 2);
  await settings.close();
  await shop.app().stop();
  await shop.launch();
  counter = await shop.openCounter();
  await untilScale(counter, 2);
  await untilScale(await shop.window('card.html'), 2);
});

test('Ctrl − and Ctrl 0 go back, and a code that is typed is not taken for them', async () => {
  await counter.keyboard.press('Control+Minus');
  await untilScale(counter, 1.75);
  await counter.keyboard.type('0');
  await untilScale(counter, 1.75);
  await counter.keyboard.press('Escape');
  await counter.keyboard.press('Control+Digit0');
  await untilScale(counter, 1);
  await expect.poll(inFile, { timeout: LIMIT_MS }).toMatchObject({ textSize: 100 });
});

test('the settings window shows the size, and what is chosen there holds at once everywhere', async () => {
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  const box = settings.getByRole('combobox', { name: es.computer.textSize });
  expect(await box.inputValue()).toBe('100');
  await box.selectOption('150');
  for (const page of [settings, counter, await shop.window('card.html')]) await untilScale(page, 1.5);
  await settings.keyboard.press('Control+Digit0');
  await untilScale(counter, 1);
  await expect.poll(() => box.inputValue(), { timeout: LIMIT_MS }).toBe('100');
});
