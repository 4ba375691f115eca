import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';
import { readyOrder } from './support/news.ts';

const words = es.hands.staff;
let shop: Shop;
let counter: Page;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
});
afterAll(() => shop?.stop());

const person = (initials: string) =>
  counter.getByRole('region', { name: words.atCounter }).getByRole('button', { name: initials, exact: true });
const pressed = async (initials: string): Promise<void> => {
  await expect.poll(() => person(initials).getAttribute('aria-pressed'), { timeout: LIMIT_MS }).toBe('true');
};
const facts = async (orderId: string) => {
  const detail = await counter.evaluate((id) => window.mostrador['orders:detail']({ orderId: id }), orderId);
  return [detail?.alerts[0]?.acknowledgedBy, detail?.stored.handedOverBy];
};

test('initials are typed in the settings, and Visto and Entregado carry those of who is at the counter', async () => {
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  for (const initials of ['ana', 'lu']) {
    await settings.getByRole('textbox', { name: words.add }).fill(initials);
    await settings.getByRole('textbox', { name: words.add }).press('Enter');
    await settings.getByText(initials.toUpperCase(), { exact: true }).waitFor({ timeout: LIMIT_MS });
  }
  await picture(settings, 'initials-settings');
  expect(await violationsInBothThemes(settings, 'settings with initials')).toEqual([]);
  await settings.close();

  const { order } = await readyOrder(shop);
  await counter.keyboard.press('Alt+Digit1');
  await pressed('ANA');
  await counter.evaluate(
    (id) => window.mostrador['alerts:acknowledge']({ alertIds: [id] }),
    `${order.id}:ready`,
  );
  await person('LU').click();
  await pressed('LU');
  await counter.evaluate(
    (id) => window.mostrador['orders:hand-over']({ orderId: id, handedOver: true }),
    order.id,
  );
  expect(await facts(order.id)).toEqual(['ANA', 'LU']);
  await picture(counter, 'initials-counter');
  expect(await violationsInBothThemes(counter, 'counter with initials')).toEqual([]);

  // Taken back it names nobody any more.
  await counter.evaluate(() => window.mostrador['card:undo']());
  await expect.poll(async () => (await facts(order.id))[1], { timeout: LIMIT_MS }).toBeUndefined();
});

test('who is at the counter is remembered over a restart, and the files of the day name them', async () => {
  await shop.app().stop();
  await shop.launch();
  await untilReceiving(shop);
  counter = await shop.openCounter();
  await pressed('LU');
  const file = path.join(shop.desktop.folder, 'avisos.csv');
  await shop.app().app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await counter.evaluate(() => window.mostrador['day:save']({ choice: { kind: 'today' }, what: 'alerts' }));
  const [head, row] = fs.readFileSync(file, 'utf8').split('\r\n');
  expect(head).toMatch(/"Lo vio"$/);
  expect(row).toMatch(/"4821".*;"ANA"$/);
});

test('a file of the settings takes no initials along', async () => {
  const file = path.join(shop.desktop.folder, 'ajustes.json');
  await shop.app().app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await counter.evaluate(() => window.mostrador['settings:export']());
  expect(fs.readFileSync(file, 'utf8')).not.toMatch(/ANA|"LU"|hands/);
});
