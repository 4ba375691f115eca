import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './open-shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(async () => {
  await shop.stop();
});

describe('after a restart', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s list, unseen alerts and counts are back, and one digest stands for the old toasts',
    async (signal) => {
      const before = new Set(shop.desktop.notifications.toasts().map(({ id }) => id));
      const orders = [1, 2].map(() => shop.simulator.orders.create());
      for (const order of orders) {
        shop.simulator.orders.ready(order.id);
        await shop.toast(es.alerts.readyTitle(order.code));
      }
      const open = await shop
        .trayCount(signal === 'SIGTERM' ? 2 : 4)
        .then(() => (signal === 'SIGTERM' ? 2 : 4));
      const child = shop.app().app.process();
      const gone = new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
      });
      child.kill(signal);
      await gone;
      await shop.desktop.tray.waitUntilEmpty(LIMIT_MS);
      const shown = shop.desktop.notifications.toasts().length;

      await shop.launch();
      await shop.trayCount(open);
      const digest = await shop.desktop.notifications.waitFor(
        ({ id, title }) => !before.has(id) && title === es.alerts.unseenTitle(open),
        LIMIT_MS,
      );
      for (const order of orders) expect(digest.body).toContain(order.code);
      const counter = await shop.openCounter();
      for (const order of orders) {
        await counter.locator(`[id="order-${order.id}"]`).waitFor({ timeout: LIMIT_MS });
      }
      await untilReceiving(shop);
      expect(shop.desktop.notifications.toasts()).toHaveLength(shown + 1);
    },
  );
});
