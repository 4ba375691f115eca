import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';

let shop: Shop;
let counter: Page;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
});
afterAll(() => shop.stop());

const MUTE = es.sound.mute;
const focused = (): Promise<string | null | undefined> =>
  counter.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );
const muteButton = () => counter.getByRole('button', { name: MUTE, exact: true });
const muteMenu = () => counter.getByRole('group', { name: MUTE });
const health = () => counter.getByRole('region', { name: es.orders.healthLabel });
const healthButton = () => counter.locator('header button[aria-description]');

test('the mute menu lies in the top layer below its button, inside the window at every width', async () => {
  for (const width of [480, 760, 1120, 1920]) {
    await counter.setViewportSize({ width, height: 720 });
    await muteButton().click();
    const button = await muteButton().boundingBox();
    const menu = await muteMenu().boundingBox();
    expect(await muteMenu().evaluate((box) => box.matches(':popover-open'))).toBe(true);
    expect(menu?.x).toBeGreaterThanOrEqual(0);
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(menu?.y).toBeCloseTo((button?.y ?? 0) + (button?.height ?? 0) + 8, 0);
    if (width === 1120) await picture(counter, 'mute-menu');
    await muteButton().click();
    await muteMenu().waitFor({ state: 'detached' });
  }
  await counter.setViewportSize({ width: 1120, height: 720 });
});

test('by keyboard: arrows stay in the open menu, Escape closes it and the focus is on the button again', async () => {
  await muteButton().press('Enter');
  const first = await focused();
  expect(first).toBe(es.sound.minutes(15));
  await counter.keyboard.press('ArrowUp');
  const last = await focused();
  expect(last).not.toBe(first);
  await counter.keyboard.press('ArrowDown');
  expect(await focused()).toBe(first);
  await counter.keyboard.press('End');
  expect(await focused()).toBe(last);
  await counter.keyboard.press('Escape');
  await muteMenu().waitFor({ state: 'detached' });
  expect(await focused()).toBe(MUTE);
});

test('a press elsewhere closes what is open, and one button at a time opens something', async () => {
  await healthButton().click();
  await health().waitFor({ timeout: LIMIT_MS });
  await picture(counter, 'health-parts');
  await muteButton().click();
  await muteMenu().waitFor();
  await health().waitFor({ state: 'detached' });
  await counter.mouse.click(560, 600);
  await muteMenu().waitFor({ state: 'detached' });
});

test('the parts of the light open and close by their button, and Escape goes back to it', async () => {
  await healthButton().click();
  await health().waitFor();
  await healthButton().click();
  await health().waitFor({ state: 'detached' });
  await healthButton().press('Enter');
  await health().waitFor();
  await counter.keyboard.press('ArrowDown');
  await counter.keyboard.press('Escape');
  await health().waitFor({ state: 'detached' });
  expect(await healthButton().evaluate((one) => one === document.activeElement)).toBe(true);
});
