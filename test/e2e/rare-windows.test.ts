/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSettingsCopy } from '../../src/main/store/settings/settings-file.ts';
import { DEMO_STEPS, type DemoStep } from '../../src/shared/demo.ts';
import type { Settings } from '../../src/shared/settings/settings.ts';
import { textsFor } from '../../src/shared/texts/texts.ts';
import { launchApp } from '../desktop/launch-app.ts';
import { LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { lookAt } from './support/look-at.ts';

const LANGUAGES = ['es', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
/** Those with the most words, and the one with a strip of its own below them. */
const LOOKED_AT: readonly DemoStep[] = ['ready', 'waiting', 'cancelled'];

let shop: Shop;
let counter: Page;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
});
afterAll(() => shop?.stop());

async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { settings } = await window.mostrador['settings:read']();
    await window.mostrador['settings:save']({ settings: { ...settings, language: wanted } });
  }, language);
  await page.getByRole('tab', { name: textsFor(language).orders.tabs.ready }).waitFor({ timeout: LIMIT_MS });
}

const toTop = (part: Locator): Promise<void> =>
  part.evaluate((one) => one.scrollIntoView({ block: 'start' }));

/** The same settings with much that is different, and long. */
function unlike(settings: Settings): Settings {
  return {
    ...settings,
    shop: { ...settings.shop, name: 'Autoservicio Nuestra Señora de Guadalupe', timeZone: 'America/Lima' },
    receiver: { port: 44_530 },
    tunnel: {
      ...settings.tunnel,
      publicUrl: 'https://avisos-de-la-sucursal-ciudad-de-la-costa.example.com',
      cloudflared: { executable: '/usr/local/bin/un-programa' },
    },
    paper: { ...settings.paper, way: 'network', host: '192.168.100.150', automatic: true },
    computer: { keepAwake: false, automaticUpdates: false },
  };
}

test.each(LANGUAGES)('what a copy would change, in %s', { timeout: 300_000 }, async (language) => {
  await speak(counter, language);
  const { preferences } = textsFor(language);
  const { settings } = await counter.evaluate(() => window.mostrador['settings:read']());
  const file = path.join(shop.desktop.folder, 'copia de los ajustes de la sucursal.json');
  fs.writeFileSync(file, writeSettingsCopy(unlike(settings), new Date().toISOString()));
  await shop.app().app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const page = await shop.window('view=settings');
  await page.getByRole('button', { name: preferences.importLabel, exact: true }).click();
  const preview = page.getByRole('region', { name: preferences.previewTitle(path.basename(file)) });
  await preview.waitFor({ timeout: LIMIT_MS });
  const found = await lookAt(page, `import, ${language}`, { show: () => toTop(preview) });
  await page.close();
  expect(found).toEqual([]);
});

test.each(LANGUAGES)('what a backup would bring back, in %s', { timeout: 300_000 }, async (language) => {
  await speak(counter, language);
  const { preferences, computer } = textsFor(language);
  const file = path.join(shop.desktop.folder, `copia de la sucursal en ${language}.mostrador`);
  await shop.app().app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await counter.evaluate(() => window.mostrador['backup:save']());
  const { settings } = await counter.evaluate(() => window.mostrador['settings:read']());
  await counter.evaluate((changed) => window.mostrador['settings:save']({ settings: changed }), {
    ...unlike(settings),
    receiver: settings.receiver,
    tunnel: settings.tunnel,
  });
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const page = await shop.window('view=settings');
  await page.getByRole('button', { name: computer.backup.restore, exact: true }).click();
  const preview = page.getByRole('region', { name: preferences.previewTitle(path.basename(file)) });
  await preview.waitFor({ timeout: LIMIT_MS });
  const found = await lookAt(page, `restore, ${language}`, { show: () => toTop(preview) });
  await page.close();
  await counter.evaluate((before) => window.mostrador['settings:save']({ settings: before }), settings);
  expect(found).toEqual([]);
});

test('the demonstration, with each of its captions', { timeout: 300_000 }, async () => {
  const { desktop } = shop;
  const profile = path.join(desktop.folder, 'other shop');
  const args = ['--demo', `--shop-profile=${profile}`];
  const app = await launchApp({ desktop, profileDir: path.join(profile, 'demo'), args });
  try {
    const isCounter = (page: Page): boolean => page.url().includes('view=counter');
    const page =
      app.app.windows().find(isCounter) ??
      (await app.app.waitForEvent('window', { predicate: isCounter, timeout: LIMIT_MS }));
    const found: string[] = [];
    for (const language of LANGUAGES) {
      await speak(page, language);
      const { demo } = textsFor(language);
      const step = (): Promise<string | null> =>
        page.evaluate(async () => {
          const state = await window.mostrador['demo:read']();
          return state?.phase === 'playing' ? state.scene.step : null;
        });
      await page.getByRole('button', { name: demo.restart, exact: true }).click();
      await page.getByRole('button', { name: demo.pause, exact: true }).click();
      for (const wanted of DEMO_STEPS.slice(0, -1)) {
        await expect.poll(step, { timeout: LIMIT_MS }).toBe(wanted);
        if (LOOKED_AT.includes(wanted))
          found.push(...(await lookAt(page, `demo, ${language}, ${wanted}`, { narrowest: 440 })));
        await page.getByRole('button', { name: demo.next, exact: true }).click();
      }
    }
    expect(found).toEqual([]);
  } finally {
    await app.stop();
  }
});
