import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';

/** Of each list of the settings one choice after the other is made, and so each field is shown once. */
const MOST_CHOICES = 5;

let shop: Shop;
let counter: Page;
let settings: Page;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  settings = await shop.window('view=settings');
  await settings.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => shop?.stop());

/** Makes the choice with this number in every list that has as many, also in those that come up by that. */
async function choose(number: number): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const lists = await settings.getByRole('combobox').all();
    const names = await Promise.all(lists.map((list) => list.evaluate(nameOf)));
    const next = names.findIndex((name) => !done.has(name));
    const list = lists[next];
    const name = names[next];
    if (list === undefined || name === undefined) return;
    done.add(name);
    // The size of text holds at once, in every window.
    if (name === es.computer.textSize) continue;
    const values = await list
      .locator('option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
    const value = values[number];
    if (value !== undefined) await list.selectOption(value);
  }
}

/** Runs in a page. */
function nameOf(list: Element): string {
  return (list instanceof HTMLSelectElement ? list.labels[0]?.textContent : null) ?? list.id;
}

test('the settings with each choice of each list', { timeout: 300_000 }, async () => {
  const { tillPost, tillFiles } = es.outgoing;
  for (const name of [tillPost, tillFiles]) await settings.getByRole('checkbox', { name }).check();
  const found: string[] = [];
  for (let number = 0; number < MOST_CHOICES; number += 1) {
    await choose(number);
    found.push(...(await violationsInBothThemes(settings, `settings, choice ${String(number + 1)}`)));
  }
  expect(found).toEqual([]);
});

test('each section has been looked at', async () => {
  const { outgoing, paper, riders } = es;
  for (const title of [outgoing.phoneTitle, outgoing.tillTitle, paper.title, riders.title])
    await settings.getByRole('heading', { name: title, exact: true }).first().waitFor({ timeout: LIMIT_MS });
});

test('the day, with what it can be asked for', { timeout: 120_000 }, async () => {
  await counter.evaluate(() => window.mostrador['window:open-day']());
  const day = await shop.window('view=day');
  await day.getByRole('heading', { level: 1 }).waitFor();
  const found: string[] = [];
  for (const choice of await day.locator('button[aria-pressed]').all()) {
    await choice.click();
    found.push(...(await violationsInBothThemes(day, `day, ${(await choice.textContent()) ?? ''}`)));
  }
  expect(found).toEqual([]);
});
