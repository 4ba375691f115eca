import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';
import { readyOrder } from './support/news.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

test('the day’s report counts the order that came, and its file holds the code and no name', async () => {
  await readyOrder(shop);
  const counter = await shop.openCounter();
  await counter.getByRole('button', { name: es.day.open }).click();
  const day = await shop.window('view=day');
  const ready = day.locator('dl > div').filter({ has: day.locator('dt', { hasText: /^Listos$/ }) });
  await ready.locator('dd').first().waitFor({ timeout: LIMIT_MS });
  expect(Number(await ready.locator('dd').first().textContent())).toBeGreaterThan(0);
  await picture(day, 'day');
  expect(await violationsInBothThemes(day, 'day')).toEqual([]);

  const filePath = path.join(shop.desktop.folder, 'pedidos.csv');
  await shop.app().app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
  await day.getByRole('button', { name: es.day.saveOrders }).click();
  await day.getByText(es.day.saved(filePath)).waitFor({ timeout: LIMIT_MS });
  const text = fs.readFileSync(filePath, 'utf8');
  expect(text).toMatch(/^\uFEFF"Código";/);
  expect(text).toContain('"4821"');
  const pdf = await shop.app().app.evaluate(async ({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('view=day'));
    return (await page?.webContents.printToPDF({}))?.length ?? 0;
  });
  expect(pdf).toBeGreaterThan(5_000);
});
