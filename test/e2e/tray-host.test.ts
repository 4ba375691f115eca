import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spawnApp } from '../desktop/launch-app.ts';
import { within } from '../desktop/within.ts';
import type { SimOrder } from '../../src/simulator/orders/order-model.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';

let shop: Shop;

async function ready(): Promise<SimOrder> {
  const { id } = shop.simulator.orders.create();
  const order = shop.simulator.orders.ready(id);
  await shop.toast(es.alerts.readyTitle(order.code));
  return order;
}

/** The one icon counts what nobody has seen, its menu lists it and does what it says, and its click opens the counter. */
async function expectIcon(...unseen: readonly SimOrder[]): Promise<void> {
  const { tray, notifications } = shop.desktop;
  await tray.waitForItem(LIMIT_MS);
  await shop.trayCount(unseen.length);
  await tray.waitForMenu(
    (entries) => unseen.every(({ code }) => entries.some(({ label }) => label.startsWith(code))),
    LIMIT_MS,
  );
  const known = notifications.toasts().length;
  await tray.choose(es.tray.refresh);
  await expect
    .poll(
      () =>
        notifications
          .toasts()
          .slice(known)
          .map(({ title }) => title),
      { timeout: LIMIT_MS },
    )
    .toContain(es.alerts.refreshTitle);
  const counter = await shop.openCounter();
  await counter.close();
  expect(tray.count()).toBe(1);
}

describe('on a desktop whose tray comes up after the app', () => {
  beforeAll(async () => {
    shop = await openShop({ desktop: { tray: false } });
    await untilReceiving(shop);
  });
  afterAll(async () => {
    await shop.stop();
  });

  test('closing the window says how to come back to it, and a second start does come back', async () => {
    const start = async () => {
      const second = await spawnApp({ desktop: shop.desktop, profileDir: shop.profileDir });
      const counter = await shop.window('view=counter');
      await counter.getByRole('tab').first().waitFor({ timeout: LIMIT_MS });
      expect(await within(second.exited, LIMIT_MS, 'The end of the second start', second.output)).toBe(0);
      return counter;
    };
    await (await start()).close();
    expect(await shop.toast(es.tray.stillRunningTitle)).toMatchObject({ body: es.tray.stillRunningUnseen });
    await (await start()).close();
  });

  test('the icon gets into it, with what waits and a menu that works', async () => {
    const order = await ready();
    const { tray } = shop.desktop;
    expect(tray.count()).toBe(0);
    // As some desktops do at login: what keeps the list of icons is up first, what draws them comes later.
    await tray.announce({ panel: false });
    tray.announcePanel();
    await expectIcon(order);
  });
});

describe('on a desktop whose tray ends and starts again', () => {
  beforeAll(async () => {
    shop = await openShop();
    await untilReceiving(shop);
  });
  afterAll(async () => {
    await shop.stop();
  });

  test('the icon gets into the new one each time, with what has come meanwhile', async () => {
    const first = await ready();
    await expectIcon(first);
    await shop.desktop.tray.withdraw();
    const second = await ready();
    await shop.desktop.tray.announce();
    await expectIcon(first, second);
    await shop.desktop.tray.withdraw();
    await shop.desktop.tray.announce();
    await expectIcon(first, second);
  });
});
