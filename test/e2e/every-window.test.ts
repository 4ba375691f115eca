/// <reference path="../../src/renderer/vite-env.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SETUP_PAGES } from '../../src/shared/setup.ts';
import { textsFor } from '../../src/shared/texts/texts.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { lookAt } from './support/look-at.ts';
import { tellOddOrders } from './support/odd-orders.ts';

const LANGUAGES = ['es', 'en'] as const;
const TOUR_PAGES = ['sounds', 'colours', 'alert', 'tray', 'light'] as const;
/** Of the lists in the settings, one choice after the other. */
const MOST_CHOICES = 4;

let shop: Shop;
let counter: Page;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
});
afterAll(() => shop?.stop());

async function speak(language: 'es' | 'en'): Promise<void> {
  await counter.evaluate(async (wanted) => {
    const { settings } = await window.mostrador['settings:read']();
    await window.mostrador['settings:save']({ settings: { ...settings, language: wanted } });
  }, language);
  await counter
    .getByRole('tab', { name: textsFor(language).orders.tabs.ready })
    .waitFor({ timeout: LIMIT_MS });
}

test.each(LANGUAGES)('the settings with each choice, in %s', { timeout: 300_000 }, async (language) => {
  await speak(language);
  const texts = textsFor(language);
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByRole('heading', { level: 1, name: texts.orders.settings }).waitFor();
  const found: string[] = [];
  const { tillPost, tillFiles } = texts.outgoing;
  for (const name of [tillPost, tillFiles]) await settings.getByRole('checkbox', { name }).check();
  const choices = [texts.outgoing.phoneWay, texts.outgoing.tillForm, texts.paper.way];
  for (let number = 0; number < MOST_CHOICES; number += 1) {
    for (const name of choices) {
      const list = settings.getByRole('combobox', { name, exact: true });
      if (number < (await list.locator('option').count())) await list.selectOption({ index: number });
    }
    found.push(...(await lookAt(settings, `settings, ${language}, choice ${String(number + 1)}`)));
  }
  for (const list of await settings.locator('select:visible').all()) {
    const longest = await list.evaluate(
      (each: HTMLSelectElement) =>
        [...each.options].reduce((one, other) => (other.text.length > one.text.length ? other : one)).value,
    );
    await list.selectOption(longest);
  }
  found.push(...(await lookAt(settings, `settings, ${language}, longest choices`)));
  await settings.evaluate(() => window.close());
  const closed = settings.waitForEvent('close', { timeout: LIMIT_MS });
  // The page may go before the click has been told as done; that it goes is what is waited for.
  await settings
    .getByRole('button', { name: texts.settings.leaveDiscard })
    .click()
    .catch(() => undefined);
  await closed;
  expect(found).toEqual([]);
});

test.each(LANGUAGES)('the setup and the test of the day, in %s', { timeout: 300_000 }, async (language) => {
  await speak(language);
  const { setup: words } = textsFor(language);
  await counter.evaluate(() => window.mostrador['window:open-setup']());
  const setup = await shop.window('view=setup');
  const found: string[] = [];
  for (const id of SETUP_PAGES) {
    await setup
      .getByRole('navigation')
      .getByRole('button', { name: words.steps[id] })
      .click({ timeout: LIMIT_MS });
    await setup.getByRole('heading', { level: 1, name: words.steps[id], exact: true }).waitFor();
    found.push(...(await lookAt(setup, `setup, ${language}, ${id}`)));
  }
  await setup.close();
  await counter.evaluate(() => window.mostrador['window:open-day-test']());
  const test = await shop.window('view=day-test');
  await test.getByRole('heading', { level: 1 }).waitFor();
  found.push(...(await lookAt(test, `test of the day, ${language}`)));
  await test.close();
  expect(found).toEqual([]);
});

test.each(LANGUAGES)('the tour, in %s', { timeout: 300_000 }, async (language) => {
  await speak(language);
  const { tour: words } = textsFor(language);
  await counter.evaluate(() => window.mostrador['window:open-tour']());
  const tour = await shop.window('view=tour');
  const found: string[] = [];
  for (const id of TOUR_PAGES) {
    await tour.getByRole('heading', { level: 1, name: words.pages[id], exact: true }).waitFor();
    found.push(...(await lookAt(tour, `tour, ${language}, ${id}`)));
    await tour.keyboard.press('ArrowRight');
  }
  await tour.close();
  expect(found).toEqual([]);
});

test.each(LANGUAGES)('day, deliveries, about and report, in %s', { timeout: 300_000 }, async (language) => {
  await speak(language);
  if (language === 'es') {
    await shop.post({ order_id: 'x', status: 'READY_FOR_PICKUP' }, 'otra');
    await tellOddOrders(shop);
  }
  const doors = {
    day: () => window.mostrador['window:open-day'](),
    deliveries: () => window.mostrador['window:open-deliveries'](),
    about: () => window.mostrador['window:open-about'](),
    diagnostics: () => window.mostrador['window:open-diagnostics'](),
  };
  const found: string[] = [];
  for (const [view, open] of Object.entries(doors)) {
    await counter.evaluate(open);
    const page = await shop.window(`view=${view}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    found.push(...(await lookAt(page, `${view}, ${language}`)));
    await page.close();
  }
  expect(found).toEqual([]);
});

test('the keys of the counter, and its boxes', { timeout: 120_000 }, async () => {
  await speak('es');
  await counter.getByRole('button', { name: es.orders.keyboard }).click();
  await counter.getByRole('dialog').waitFor();
  const found = [...(await lookAt(counter, 'keys'))];
  await counter.keyboard.press('Escape');
  expect(found).toEqual([]);
});
