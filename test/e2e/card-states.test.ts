import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';

const MANY = 40;
const LISTED = 3;

let shop: Shop;
let card: Page;
beforeAll(async () => {
  shop = await openShop();
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
