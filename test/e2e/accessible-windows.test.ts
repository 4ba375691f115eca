/// <reference path="../../src/renderer/vite-env.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TOUR_PAGES } from '../../src/renderer/tour/tour-pages.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';

let shop: Shop;
let counter: Page;
let found: string[] = [];
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
});
afterAll(() => shop.stop());
afterEach(() => {
  found = [];
});

async function look(page: Page, state: string): Promise<void> {
  found.push(...(await violationsInBothThemes(page, state)));
}

test('the counter: empty, the boxes of its header, the keys', async () => {
  await look(counter, 'counter, empty');
  await counter.getByRole('button', { name: es.sound.mute, exact: true }).click();
  await look(counter, 'counter, mute menu');
  await counter.keyboard.press('Escape');
  await counter.locator('header button[aria-description]').click();
  await look(counter, 'counter, parts of the light');
  await counter.keyboard.press('Escape');
  await counter.getByRole('button', { name: es.orders.keyboard }).click();
  await counter.getByRole('dialog').waitFor();
  await look(counter, 'counter, keys');
  await counter.keyboard.press('Escape');
  expect(found).toEqual([]);
});

test('the counter with orders, one open, searched for, and each verdict; the card beside it', async () => {
  const { orders } = shop.simulator;
  const made = [orders.create(), orders.create(), orders.create()];
  for (const { id } of made) orders.ready(id);
  const [ready, cancelled, gone] = made.map(({ code }) => code);
  await counter.getByRole('row').nth(2).waitFor({ timeout: LIMIT_MS });
  await look(await shop.window('card.html'), 'card');
  orders.cancel(made[1]?.id ?? '', {});
  orders.pickUp(made[2]?.id ?? '');
  await shop.simulator.webhooks.idle();
  await look(counter, 'counter, orders');
  await counter.keyboard.press('ArrowDown');
  await counter.keyboard.press('Enter');
  await look(counter, 'counter, an order open');
  await counter.keyboard.press('Escape');
  for (const code of [ready, cancelled, gone, '0000']) {
    await counter.keyboard.type(code ?? '');
    await counter.waitForTimeout(600);
    await look(counter, `counter, verdict on ${code ?? ''}`);
    await counter.keyboard.press('Enter');
    await look(counter, `counter, ${code ?? ''} open`);
    await counter.keyboard.press('Escape');
    await counter.keyboard.press('Escape');
  }
  for (const tab of await counter.getByRole('tab').all()) {
    await tab.click();
    await look(counter, `counter, ${(await tab.textContent()) ?? ''}`);
  }
  expect(found).toEqual([]);
});

test('settings, deliveries, about and diagnostics', async () => {
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByRole('heading', { level: 1 }).waitFor();
  await look(settings, 'settings');
  const doors = {
    about: () => window.mostrador['window:open-about'](),
    diagnostics: () => window.mostrador['window:open-diagnostics'](),
    deliveries: () => window.mostrador['window:open-deliveries'](),
  };
  for (const [view, open] of Object.entries(doors)) {
    await counter.evaluate(open);
    const page = await shop.window(`view=${view}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(300);
    await look(page, view);
  }
  expect(found).toEqual([]);
});

test('every page of the tour', async () => {
  await counter.evaluate(() => window.mostrador['window:open-tour']());
  const tour = await shop.window('view=tour');
  for (const id of TOUR_PAGES) {
    await tour.getByRole('heading', { level: 1, name: es.tour.pages[id], exact: true }).waitFor();
    await look(tour, `tour, ${id}`);
    await tour.keyboard.press('ArrowRight');
  }
  expect(found).toEqual([]);
});

test('the first step of the setup', async () => {
  await counter.evaluate(() => window.mostrador['window:open-setup']());
  const setup = await shop.window('view=setup');
  await setup.getByRole('heading', { level: 1 }).waitFor();
  await look(setup, 'setup');
  expect(found).toEqual([]);
});
