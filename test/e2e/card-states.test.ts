import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place } from '../../src/main/core/alerts/card-place.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';

const MANY = 40;
const LISTED = 3;

let shop: Shop;
let card: Page;
beforeAll(async () => {
  // The pill has room beside the counter.
  shop = await openShop({ desktop: { screen: [1920, 1080] } });
  await untilReceiving(shop);
  for (let index = 0; index < MANY; index += 1) {
    const { id } = shop.simulator.orders.create();
    shop.simulator.orders.ready(id);
  }
  await shop.trayCount(MANY);
  card = await shop.window('card.html');
});
afterAll(() => shop?.stop());

/** Where the windows are: the card, and the page of the counter. */
const places = () =>
  shop.app().app.evaluate(({ BrowserWindow }) => {
    const find = (name: string) =>
      BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes(name));
    return {
      card: find('card.html')?.getBounds() ?? null,
      isCardShown: find('card.html')?.isVisible() ?? false,
      counter: find('view=counter')?.getContentBounds() ?? null,
    };
  });
/** Gives the counter the focus, or takes it. */
const focusCounter = (on: boolean) =>
  shop.app().app.evaluate(({ BrowserWindow }, wanted) => {
    const counter = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().includes('view=counter'),
    );
    if (wanted) counter?.focus();
    else counter?.blur();
  }, on);
/** Runs in a page. Returns the texts of what is not wholly inside the window. */
function outside(): readonly string[] {
  const shown = [...document.querySelectorAll('h1, button, [role="status"], li')];
  return shown
    .filter((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return left < 0 || top < 0 || right > window.innerWidth + 1 || bottom > window.innerHeight + 1;
    })
    .map((one) => one.textContent ?? '');
}

test('of forty alerts the first are listed and the others counted, all inside the window', async () => {
  await card.getByText(es.card.more(MANY - LISTED), { exact: true }).waitFor({ timeout: LIMIT_MS });
  expect(await card.getByRole('listitem').count()).toBe(LISTED);
  await expect.poll(() => card.evaluate(outside), { timeout: LIMIT_MS }).toEqual([]);
  await picture(card, 'card-40');
  expect(await violationsInBothThemes(card, 'card, forty')).toEqual([]);
});

test('while the counter has the focus the card is a pill, and large again when it has not', async () => {
  const large = (await places()).card;
  const counter = await shop.openCounter();
  await focusCounter(true);
  await card.getByRole('button', { name: es.card.openCounter }).waitFor({ state: 'detached' });
  await card.getByRole('heading', { name: es.card.title(MANY) }).waitFor();
  await expect.poll(async () => (await places()).card?.height, { timeout: LIMIT_MS }).toBeLessThan(80);
  expect(await card.evaluate(outside)).toEqual([]);
  await picture(card, 'card-pill');
  expect(await violationsInBothThemes(card, 'card, pill')).toEqual([]);
  await focusCounter(false);
  await card.getByRole('button', { name: es.card.openCounter }).waitFor();
  await expect.poll(async () => (await places()).card, { timeout: LIMIT_MS }).toEqual(large);
  await focusCounter(true);
  await card.getByRole('button', { name: es.card.openCounter }).waitFor({ state: 'detached' });
  await counter.close();
  await card.getByRole('button', { name: es.card.openCounter }).waitFor();
});

/** Runs in the counter. Returns the texts of its buttons, fields and tabs that share something with this part of it. */
function controlsIn(part: Place): readonly string[] {
  return [...document.querySelectorAll('button, input, [role="tab"]')]
    .filter((one) => {
      const at = one.getBoundingClientRect();
      const isBeside = at.right <= part.x || at.left >= part.x + part.width;
      const isAbove = at.bottom <= part.y || at.top >= part.y + part.height;
      return at.width > 0 && !isBeside && !isAbove;
    })
    .map((one) => one.textContent || (one.getAttribute('aria-label') ?? ''));
}

test.each([100, 200])(
  'at text size %i no button of a counter that fills the screen is below the pill',
  async (size) => {
    const counter = await shop.openCounter();
    await counter.evaluate((to) => window.mostrador['text-size:change']({ to }), size);
    await shop.app().app.evaluate(({ BrowserWindow, screen }) => {
      const all = BrowserWindow.getAllWindows();
      const large = all.find((one) => one.webContents.getURL().includes('view=counter'));
      large?.setBounds(screen.getPrimaryDisplay().workArea);
    });
    await focusCounter(true);
    await card.getByRole('button', { name: es.card.openCounter }).waitFor({ state: 'detached' });
    const covered = async (): Promise<readonly string[] | null> => {
      const { card: pill, counter: page, isCardShown } = await places();
      if (pill === null || page === null) return null;
      if (!isCardShown) return [];
      return counter.evaluate(controlsIn, { ...pill, x: pill.x - page.x, y: pill.y - page.y });
    };
    await expect.poll(covered, { timeout: LIMIT_MS }).toEqual([]);
    await picture(counter, `counter-without-pill-${String(size)}`);
    await counter.evaluate(() => window.mostrador['text-size:change']({ to: 100 }));
    await counter.close();
    await card.getByRole('button', { name: es.card.openCounter }).waitFor();
    await expect.poll(async () => (await places()).isCardShown, { timeout: LIMIT_MS }).toBe(true);
  },
);

test('forty alerts that were seen at once can be undone inside the window', async () => {
  await card.getByRole('button', { name: es.card.seenAll(MANY) }).click();
  await shop.trayCount(0);
  await card.getByText(es.card.seenMany(MANY)).waitFor();
  await expect.poll(() => card.evaluate(outside), { timeout: LIMIT_MS }).toEqual([]);
  await picture(card, 'card-undo');
  await card.getByRole('button', { name: es.card.undo }).click();
  await shop.trayCount(MANY);
});

test('where nothing may move, a card that insists has a steady frame and a coloured head', async () => {
  const looks = () =>
    card.evaluate(() => {
      const main = document.querySelector('main');
      main?.setAttribute('data-flash', 'true');
      const head = document.querySelector('header');
      if (main === null || head === null) return null;
      const { animationName, outlineStyle, outlineWidth } = getComputedStyle(main);
      return { animationName, outlineStyle, outlineWidth, head: getComputedStyle(head).backgroundColor };
    });
  const red = 'rgb(179, 16, 29)';
  await card.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await expect
    .poll(looks, { timeout: LIMIT_MS })
    .toEqual({ animationName: 'none', outlineStyle: 'solid', outlineWidth: '5px', head: red });
  await picture(card, 'card-insists');
});
