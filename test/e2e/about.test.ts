import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from '../desktop/runtime.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(async () => {
  await shop.stop();
});

test('Acerca de opens from the settings, with the version and the licence of everything shipped', async () => {
  const counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByRole('button', { name: es.about.open }).click();
  const about = await shop.window('view=about');
  await about.getByRole('heading', { name: es.about.title }).waitFor({ timeout: LIMIT_MS });
  const manifest = fs.readFileSync(path.join(repository, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  expect(await about.getByText(version, { exact: true }).count()).toBe(1);
  const names = await about.locator('summary b').allInnerTexts();
  expect(names).toEqual(expect.arrayContaining(['electron', 'express', 'react', '@github/keytar', 'ssh2']));
  for (const text of await about.locator('details > pre').allTextContents()) {
    expect(text.length).toBeGreaterThan(200);
  }
  await picture(about, 'about');
  await about.getByText('express', { exact: true }).click();
  await about.emulateMedia({ colorScheme: 'dark' });
  await picture(about, 'about-dark');
});
