import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEY, pressKeys } from '../desktop/press-keys.ts';
import { launchApp } from '../desktop/launch-app.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';
import { readyOrder } from './support/news.ts';

const words = es.hands.shortcut;
let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

const press = (key: number): Promise<void> =>
  pressKeys(shop.desktop.env['DISPLAY'] ?? '', [KEY.ctrl, KEY.alt, key]);
const isCounterInFront = (): Promise<boolean> =>
  shop
    .app()
    .app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(
        (one) => one.webContents.getURL().includes('view=counter') && one.isFocused(),
      ),
    );
const untilInFront = async (wanted: boolean): Promise<void> => {
  await expect.poll(isCounterInFront, { timeout: LIMIT_MS }).toBe(wanted);
};
const isTold = async (page: Page, sentence: string): Promise<void> => {
  await page.getByText(sentence).waitFor({ timeout: LIMIT_MS });
};
/** A press that comes while another program, the window manager say, holds the keyboard is lost: a person presses again. */
const PRESS_AGAIN_MS = 2_000;
/** Presses the keys until a counter opens, and waits until it is in front. */
const openByKeys = async (): Promise<void> => {
  const isCounter = (page: Page): boolean => page.url().includes('view=counter');
  const pressed = async (): Promise<boolean> => {
    const { app } = shop.app();
    const opens = app.waitForEvent('window', { predicate: isCounter, timeout: PRESS_AGAIN_MS });
    await Promise.all([press(KEY.m), opens.catch(() => undefined)]);
    return app.windows().some(isCounter);
  };
  await expect.poll(pressed, { timeout: LIMIT_MS }).toBe(true);
  await untilInFront(true);
};

test('keys are chosen, shown as untried, open the counter, and then mark the alert as seen, which can be undone', async () => {
  await shop.desktop.tray.activate();
  const counter = await shop.window('view=counter');
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByRole('button', { name: words.record }).click();
  await settings.getByRole('button', { name: words.recording }).waitFor();
  await settings.keyboard.press('Control+Alt+KeyM');
  await isTold(settings, words.states.unproven);
  await picture(settings, 'global-shortcut');
  expect(await violationsInBothThemes(settings, 'settings with a shortcut')).toEqual([]);
  await counter.close();
  await readyOrder(shop);
  await shop.trayCount(1);
  await untilInFront(false);

  await openByKeys();
  await isTold(settings, words.states.proven);
  await shop.trayCount(1);
  const unseen = async (): Promise<number> =>
    settings.evaluate(async () => (await window.mostrador['alerts:open']()).length);
  expect(await unseen()).toBe(1);
  await expect
    .poll(
      async () => {
        await press(KEY.m);
        return unseen();
      },
      { timeout: LIMIT_MS, interval: 1_000 },
    )
    .toBe(0);
  await shop.trayCount(0);
  const card = shop
    .app()
    .app.windows()
    .find((page) => page.url().includes('card.html'));
  await card?.getByText(es.card.undone.seen('4821')).waitFor({ timeout: LIMIT_MS });
  await card?.getByRole('button', { name: es.card.undo }).click();
  await shop.trayCount(1);
});

test('another program that asks for the same keys is refused, and says so; given back, it gets them', async () => {
  const other = await launchApp({
    desktop: shop.desktop,
    settings: { hands: { shortcut: 'Ctrl+Alt+M' } },
    args: ['--unwatched'],
  });
  try {
    const page = await other.app.firstWindow();
    await page.evaluate(() => window.mostrador['window:open-settings']());
    const isSettings = (one: Page): boolean => one.url().includes('view=settings');
    const settings =
      other.app.windows().find(isSettings) ??
      (await other.app.waitForEvent('window', { predicate: isSettings, timeout: LIMIT_MS }));
    await isTold(settings, words.states.taken);
    await shop.toast(words.refusedTitle);
    await settings.getByRole('button', { name: words.recordOther }).click();
    await settings.keyboard.press('Control+Alt+KeyM');
    await isTold(settings, words.outcomes.taken('Ctrl + Alt + M'));
    await shop.app().stop();
    expect(await settings.evaluate(() => window.mostrador['shortcut:set']({ keys: 'Ctrl+Alt+M' }))).toBe(
      'done',
    );
  } finally {
    await other.stop();
  }
});

test('the keys work after a restart, and no longer once they are taken away', async () => {
  await shop.launch();
  await untilReceiving(shop);
  await untilInFront(false);
  await openByKeys();
  const counter = await shop.window('view=counter');
  expect(await counter.evaluate(() => window.mostrador['shortcut:set']({ keys: '' }))).toBe('done');
  await counter.close();
  await untilInFront(false);
  await press(KEY.m);
  expect(await isCounterInFront()).toBe(false);
  const { isRegistered } = await shop.app().app.evaluate(({ globalShortcut }) => ({
    isRegistered: globalShortcut.isRegistered('Ctrl+Alt+M'),
  }));
  expect(isRegistered).toBe(false);
});
