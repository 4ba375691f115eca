/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TOUR_PAGES } from '../../src/renderer/tour/tour-pages.ts';
import { textsFor } from '../../src/shared/texts/texts.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(async () => {
  await shop.stop();
});

const { tour } = es;
const WHOLE = { width: 1120, height: 780 };
const NARROW = { width: 520, height: 780 };

/** Something of a page stands beside its window, where nobody can read it. */
function isTooWide(): boolean {
  const column = document.querySelector('main');
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth || (column !== null && column.scrollWidth > column.clientWidth);
}

/** Walks all pages by the right arrow key alone; takes a picture of each. */
async function walk(page: Page, titles: typeof tour.pages, name: string): Promise<void> {
  for (const id of TOUR_PAGES) {
    const title = page.getByRole('heading', { level: 1, name: titles[id], exact: true });
    await title.waitFor({ timeout: LIMIT_MS });
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(isTooWide), `${name} ${id}`).toBe(false);
    await picture(page, `tour-${name}-${id}`);
    await page.keyboard.press('ArrowRight');
  }
  for (const _step of TOUR_PAGES) await page.keyboard.press('ArrowLeft');
}

test('the counter offers the tour once; the arrow keys lead through all of it, by day and by night', async () => {
  const counter = await shop.openCounter();
  await counter.getByText(tour.offer).waitFor({ timeout: LIMIT_MS });
  await picture(counter, 'tour-offer');
  await counter.getByRole('button', { name: tour.take, exact: true }).click();
  const page = await shop.window('view=tour');
  await page.setViewportSize(WHOLE);
  await page.emulateMedia({ colorScheme: 'light' });
  await walk(page, tour.pages, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await walk(page, tour.pages, 'dark');
  await counter.close();
  const again = await shop.openCounter();
  await again.getByText(es.orders.empty.ready.title).waitFor({ timeout: LIMIT_MS });
  expect(await again.getByText(tour.offer).count()).toBe(0);
  const kept = fs.readFileSync(path.join(shop.profileDir, 'windows.json'), 'utf8');
  expect(kept).toContain('"wasTourAnswered": true');
});

test('Escuchar makes a sound, or says why there is none', async () => {
  const page = await shop.window('view=tour');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: es.preferences.listenTo(es.card.label.ready) }).click();
  const said = page.getByRole('status').filter({ hasText: /\S/ });
  await said.waitFor({ timeout: LIMIT_MS });
  expect(await said.innerText()).toMatch(/tono|salida de sonido|silencio|volumen/);
});

test('in the narrowest window, with text at twice its size and in English, nothing is cut off', async () => {
  const page = await shop.window('view=tour');
  await page.evaluate(async () => {
    const { settings } = await window.mostrador['settings:read']();
    await window.mostrador['settings:save']({ settings: { ...settings, language: 'en' } });
  });
  const { pages } = textsFor('en').tour;
  await page.setViewportSize(NARROW);
  await page.getByRole('button', { name: pages.tray }).click();
  await page.getByRole('button', { name: pages.sounds }).click();
  await walk(page, pages, 'narrow');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await walk(page, pages, 'large');
});

test('the last page leads back to the counter', async () => {
  const page = await shop.window('view=tour');
  for (const _step of TOUR_PAGES) await page.keyboard.press('ArrowRight');
  const closed = page.waitForEvent('close', { timeout: LIMIT_MS });
  await page.getByRole('button', { name: textsFor('en').tour.finish }).click();
  await closed;
  await shop.window('view=counter');
});
