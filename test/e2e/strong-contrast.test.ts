/// <reference path="../../src/renderer/vite-env.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';

const MODES = {
  'more contrast': { contrast: 'more' },
  'forced colours': { forcedColors: 'active' },
} as const;
const THEMES = ['light', 'dark'] as const;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

/** Runs in a page. Returns the texts that have the colour of what is behind them. */
function unreadable(): readonly string[] {
  const behind = (element: Element | null): string => {
    for (let at = element; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  return [...document.querySelectorAll('body *')]
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .filter((one) => one.closest('.hidden-text') === null && one.checkVisibility())
    .filter((one) => getComputedStyle(one).color === behind(one))
    .map((one) => one.textContent ?? '');
}

async function look(page: Page, name: string): Promise<void> {
  for (const [mode, media] of Object.entries(MODES)) {
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ ...media, colorScheme });
      await expect.poll(() => page.evaluate(unreadable), { timeout: LIMIT_MS }).toEqual([]);
      await picture(page, `${name}-${mode.replaceAll(' ', '-')}-${colorScheme}`);
    }
    await page.emulateMedia({ contrast: null, forcedColors: null, colorScheme: null });
  }
}

test('with more contrast and with forced colours no text has the colour of its background', async () => {
  const { orders } = shop.simulator;
  const made = [orders.create(), orders.create(), orders.create()];
  for (const { id } of made) orders.ready(id);
  orders.cancel(made[1]?.id ?? '', {});
  await shop.simulator.webhooks.idle();
  const card = await shop.window('card.html');
  await card.getByRole('listitem').first().waitFor({ timeout: LIMIT_MS });
  await look(card, 'contrast-card');
  const counter = await shop.openCounter();
  await counter.getByRole('row').first().waitFor({ timeout: LIMIT_MS });
  await look(counter, 'contrast-counter');
  await counter.keyboard.type(made[0]?.code ?? '');
  await counter.getByRole('region', { name: es.orders.check.label }).waitFor({ timeout: LIMIT_MS });
  await look(counter, 'contrast-verdict');
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByRole('heading', { level: 1 }).waitFor();
  await look(settings, 'contrast-settings');
});
