import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectHeard, loudness } from '../support/loudness.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './open-shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(async () => {
  await shop.stop();
});

async function isInMenu(code: string): Promise<boolean> {
  return (await shop.desktop.tray.menu()).some(({ label }) => label.startsWith(code));
}

describe('an alert that nobody has seen', () => {
  test('is silent before, heard until it is seen, and silent after', async () => {
    expect(await loudness(shop, 1_000)).toBe(0);
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id);
    await shop.toast(es.alerts.readyTitle(order.code));
    await expectHeard(shop, 4_000, 300);
    const card = await shop.window('card.html');
    await card.getByRole('button', { name: es.card.seenOrder(order.code) }).click();
    await shop.trayCount(0);
    await sleep(300);
    expect(await loudness(shop, 3_000)).toBeLessThan(5);
    const counter = await shop.openCounter();
    const health = await counter.evaluate(() => window.mostrador['health:read']());
    expect(health).toMatchObject({ sound: { state: 'ok' } });
    await counter.close();
  });

  test('seen or handed over stops all channels, and undo brings them back without a second toast', async () => {
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id);
    const toast = await shop.toast(es.alerts.readyTitle(order.code));
    const card = await shop.window('card.html');
    await card.getByRole('button', { name: es.card.seenOrder(order.code) }).click();
    await shop.trayCount(0);
    await expect.poll(() => shop.desktop.notifications.closedByApp()).toContain(toast.id);
    await card.getByRole('button', { name: es.card.undo }).click();
    await shop.trayCount(1);

    await card.getByRole('button', { name: es.card.handedOverOrder(order.code) }).click();
    await shop.trayCount(0);
    await card.getByText(es.card.undone['handed-over'](order.code)).waitFor({ timeout: LIMIT_MS });
    await expect.poll(() => isInMenu(order.code), { timeout: LIMIT_MS }).toBe(false);
    // What is on its way to the loudspeaker still comes out.
    await expect.poll(() => loudness(shop, 1_000), { timeout: LIMIT_MS }).toBeLessThan(5);
    await card.getByRole('button', { name: es.card.undo }).click();
    await shop.trayCount(1);
    await expect.poll(() => isInMenu(order.code), { timeout: LIMIT_MS }).toBe(true);
    await expectHeard(shop, 4_000, 300);
    const titles = shop.desktop.notifications.toasts().map(({ title }) => title);
    expect(titles.filter((title) => title === es.alerts.readyTitle(order.code))).toHaveLength(1);

    await card.getByRole('button', { name: es.card.handedOverOrder(order.code) }).click();
    await shop.trayCount(0);
  });

  test('what must not be handed over stands first, and the keyboard stays where it was', async () => {
    const counter = await shop.openCounter();
    const [first, second] = [shop.simulator.orders.create(), shop.simulator.orders.create()];
    shop.simulator.orders.ready(first.id);
    await shop.toast(es.alerts.readyTitle(first.code));
    shop.simulator.orders.cancel(second.id, { reason: 'CLOSED' });
    await shop.toast(es.alerts.cancelledTitle(second.code));
    await expect
      .poll(() =>
        shop
          .app()
          .app.windows()
          .some((one) => one.url().includes('card.html')),
      )
      .toBe(true);
    const focus = await shop.app().app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        url: window.webContents.getURL(),
        focused: window.isFocused(),
        focusable: window.isFocusable(),
        onTop: window.isAlwaysOnTop(),
      })),
    );
    expect(focus.find(({ url }) => url.includes('card.html'))).toMatchObject({
      focused: false,
      focusable: false,
      onTop: true,
    });
    expect(focus.find(({ url }) => url.includes('view=counter'))).toMatchObject({ focused: true });
    const card = await shop.window('card.html');
    await card.getByText(es.card.title(2)).waitFor({ timeout: LIMIT_MS });
    const rows = await card.getByRole('listitem').allInnerTexts();
    expect(rows[0]).toContain(second.code);
    await picture(card, 'card');
    await card.emulateMedia({ colorScheme: 'dark' });
    await picture(card, 'card-dark');
    await counter.close();
  });

  test('has room on the card with its reason, beside others that have one too', async () => {
    const card = await shop.window('card.html');
    const third = shop.simulator.orders.create();
    shop.simulator.orders.cancel(third.id, { reason: 'CUSTOMER_REQUEST' });
    await card.getByText(es.card.title(3)).waitFor({ timeout: LIMIT_MS });
    // The window grows a moment after its page has the news.
    await expect.poll(() => card.evaluate(hiddenPixels)).toBe(0);
  });
});

/** Runs in a page. How much of the list has to be scrolled to. */
function hiddenPixels(): number {
  const list = document.querySelector('ul');
  return list === null ? Number.NaN : list.scrollHeight - list.clientHeight;
}
