import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spawnApp } from '../../desktop/launch-app.ts';
import { within } from '../../desktop/within.ts';
import { refresh } from '../support/news.ts';
import { es, LIMIT_MS, openShop, SECRET, untilReceiving, type Shop } from './open-shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  // The start asks by itself; a refresh chosen meanwhile would join that and find nothing of its own.
  await refresh(shop);
});
afterAll(async () => {
  await shop.stop();
});

const result = async (known: number) => {
  const isResult = (title: string): boolean => title === es.alerts.refreshTitle;
  return shop.desktop.notifications.waitFor(({ title, id }) => isResult(title) && id > known, LIMIT_MS);
};
const lastId = (): number => Math.max(0, ...shop.desktop.notifications.toasts().map(({ id }) => id));

describe('Actualizar pedidos in the tray menu', () => {
  test('asks the platform, lists what is new and says so', async () => {
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id, { quiet: true });
    shop.simulator.clearRequests();
    const known = lastId();
    await shop.desktop.tray.choose(es.tray.refresh);
    expect((await result(known)).body).toBe(es.alerts.newOrders(1));
    expect(
      shop.simulator.requests.some(({ method, path }) => method === 'GET' && path.includes('/orders')),
    ).toBe(true);
    const counter = await shop.openCounter();
    await counter.locator(`[id="order-${order.id}"]`).waitFor({ timeout: LIMIT_MS });
    await counter.close();
  });

  test('says so when there is nothing new', async () => {
    const known = lastId();
    await shop.desktop.tray.choose(es.tray.refresh);
    expect((await result(known)).body).toBe(es.alerts.noNews);
  });

  test('says why it failed and what to do', async () => {
    shop.simulator.access.setTokens(['another token']);
    const known = lastId();
    await shop.desktop.tray.choose(es.tray.refresh);
    const { sentence, remedy } = es.errors.partner.unauthorized;
    expect((await result(known)).body).toBe(`${sentence} ${remedy}`);
    shop.simulator.access.setTokens(shop.simulator.connection().tokens);
  });
});

describe('windows and the tray', () => {
  test('--hidden opens no window; a left click opens the counter', async () => {
    const views = shop
      .app()
      .app.windows()
      .map((page) => page.url());
    expect(views.filter((url) => url.includes('view='))).toEqual([]);
    const counter = await shop.openCounter();
    expect(counter.url()).toContain('view=counter');
  });

  test('closing the window leaves the app in the tray, and says so once', async () => {
    const counter = await shop.window('view=counter');
    await counter.close();
    await shop.toast(es.tray.stillRunningTitle);
    expect(shop.desktop.tray.count()).toBe(1);
    await (await shop.openCounter()).close();
    await shop.openCounter();
    const notes = shop.desktop.notifications
      .toasts()
      .filter(({ title }) => title === es.tray.stillRunningTitle);
    expect(notes).toHaveLength(1);
  });

  test('a second start shows the window of the first and ends', async () => {
    await (await shop.window('view=counter')).close();
    const second = await spawnApp({ desktop: shop.desktop, profileDir: shop.profileDir });
    const counter = await shop.window('view=counter');
    await counter.getByRole('tab').first().waitFor({ timeout: LIMIT_MS });
    expect(await within(second.exited, LIMIT_MS, 'The end of the second start', second.output)).toBe(0);
    expect(shop.desktop.tray.count()).toBe(1);
  });

  test('Salir ends the app with code 0, and who starts it while it still ends has it again', async () => {
    // For a request that is not whole yet an end waits some seconds.
    const slow = net.connect(shop.port, '127.0.0.1');
    await once(slow, 'connect');
    const head = ['POST /webhooks/orders HTTP/1.1', 'host: x', 'content-type: application/json'];
    const secret = `authorization: ${Buffer.from(SECRET, 'utf8').toString('latin1')}`;
    slow.write(Buffer.from([...head, secret, 'content-length: 9', '', '{'].join('\r\n'), 'latin1'));
    const { exited } = shop.app();
    await shop.desktop.tray.choose(es.tray.quit);
    await spawnApp({ desktop: shop.desktop, profileDir: shop.profileDir });
    expect(await within(exited, LIMIT_MS, 'The end of the app')).toBe(0);
    slow.destroy();
    // The second start itself, where that took longer than the end, or the first one again.
    await shop.desktop.tray.waitForItem(LIMIT_MS);
    await untilReceiving(shop);
    await shop.desktop.tray.waitForMenu(
      (items) => items.some(({ label }) => label === es.tray.quit),
      LIMIT_MS,
    );
    await shop.desktop.tray.choose(es.tray.quit);
    await shop.desktop.tray.waitUntilEmpty(LIMIT_MS);
  });
});
