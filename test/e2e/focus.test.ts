import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SETUP_PAGES } from '../../src/shared/setup.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder } from './support/news.ts';

let shop: Shop;
let counter: Page;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
  await readyOrder(shop);
  await counter.getByRole('row').first().waitFor({ timeout: LIMIT_MS });
});
afterAll(() => shop?.stop());

const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => one === document.activeElement);
const untilFocus = async (element: Locator, what: string): Promise<void> => {
  await expect.poll(() => hasFocus(element), { timeout: LIMIT_MS, message: what }).toBe(true);
};
/** Runs in a page: notes each time that the focus is on nothing. */
const watchBody = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const look = (): void => {
      if (document.activeElement === document.body) document.body.dataset['lost'] = 'true';
      else delete document.body.dataset['lost'];
      requestAnimationFrame(look);
    };
    look();
  });
const isLost = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.body.dataset['lost'] === 'true');

test('each dialog takes the focus, and gives it back to what opened it', async () => {
  const { keyboard } = es.orders;
  const opener = counter.getByRole('button', { name: keyboard });
  const dialog = counter.getByRole('dialog', { name: es.orders.keys.title });
  for (const end of ['Escape', 'Enter']) {
    await opener.focus();
    await counter.keyboard.press('Enter');
    await dialog.waitFor();
    await untilFocus(dialog.getByRole('button', { name: es.orders.keys.close }), 'the button of the keys');
    await counter.keyboard.press(end);
    await dialog.waitFor({ state: 'detached' });
    await untilFocus(opener, `the keys, after ${end}`);
  }
  const list = counter.getByRole('grid');
  await list.focus();
  await counter.keyboard.press('?');
  await dialog.waitFor();
  await counter.keyboard.press('Escape');
  await untilFocus(list, 'the list, after the keys');
  const mute = counter.getByRole('button', { name: es.sound.mute });
  await mute.focus();
  await counter.keyboard.press('Enter');
  await counter.getByRole('button', { name: es.sound.minutes(15) }).waitFor();
  await counter.keyboard.press('Escape');
  await untilFocus(mute, 'the bell');
  await counter.keyboard.press('Enter');
  await counter.getByRole('button', { name: es.sound.minutes(15) }).press('Enter');
  const unmute = counter.getByRole('button', { name: es.sound.unmute });
  await untilFocus(unmute, 'what ends the mute');
  await counter.keyboard.press('Enter');
  await untilFocus(mute, 'the bell, after the mute');
});

test('each page of the setup puts the focus on its title, by whichever way it opens', async () => {
  await counter.evaluate(() => window.mostrador['window:open-setup']());
  const setup = await shop.window('view=setup');
  await setup.getByRole('heading', { level: 1 }).waitFor();
  await watchBody(setup);
  const title = (id: (typeof SETUP_PAGES)[number]): Locator =>
    setup.getByRole('heading', { level: 1, name: es.setup.steps[id], exact: true });
  for (const id of SETUP_PAGES) {
    await setup.getByRole('navigation').getByRole('button', { name: es.setup.steps[id] }).focus();
    await setup.keyboard.press('Enter');
    await untilFocus(title(id), `${id}, chosen`);
  }
  for (const id of SETUP_PAGES.slice(0, -1).toReversed()) {
    await setup.getByRole('button', { name: es.setup.back, exact: true }).focus();
    await setup.keyboard.press('Enter');
    await untilFocus(title(id), `${id}, back`);
  }
  expect(await isLost(setup)).toBe(false);
});

test('a question before something is lost gives the focus back', async () => {
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByRole('heading', { level: 1 }).waitFor();
  const remove = settings.getByRole('button', { name: es.settings.forget }).first();
  await remove.focus();
  await settings.keyboard.press('Enter');
  await untilFocus(settings.getByRole('button', { name: es.settings.cancel }), 'the way out of the question');
  await settings.keyboard.press('Enter');
  await untilFocus(remove, 'what asked');

  const name = settings.getByRole('textbox', { name: es.settings.name });
  await name.fill('Otra tienda');
  await settings.evaluate(() => window.close());
  await settings.getByRole('button', { name: es.settings.leaveStay }).waitFor();
  await settings.keyboard.press('Escape');
  await untilFocus(name, 'the field, after the question');
});
