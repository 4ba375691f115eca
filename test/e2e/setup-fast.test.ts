import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, type Shop } from './main-job/open-shop.ts';
import { openNewShop, startWalk, TOKEN, type Walk } from './setup/walk.ts';

const { setup, settings: words } = es;
let shop: Shop;
let walk: Walk;

beforeAll(async () => {
  shop = await openNewShop({ desktop: { sound: true } });
  walk = await startWalk(shop);
});
afterAll(() => shop?.stop());

test('whoever only asks is done with three fields and no copy, by keyboard alone', async () => {
  await walk.at('shop');
  const beganMs = performance.now();
  await walk.enterShop();
  await walk.enter();
  await walk.at('test');
  await walk.enter();
  await walk.until('test', 'proven');
  await walk.pictures('5-test-asking-only');
  const seconds = ((performance.now() - beganMs) / 1000).toFixed(1);
  const { steps, fields, copies, keys } = walk.counts;
  console.log(
    `asking only: ${steps} steps, ${fields} fields, ${copies} copies, ${keys} keys, ${seconds} s to the green lights`,
  );
  // It took 5 steps and 22 keys while shop and key, address and secret were steps of their own.
  expect({ steps, fields, copies }).toEqual({ steps: 3, fields: 3, copies: 0 });
  expect(keys).toBeLessThanOrEqual(9);
  // Secret and address are no longer asked for: that was the choice.
  await walk.until('secret', 'off');
  await walk.until('address', 'off');
  expect((await walk.page.evaluate(() => window.mostrador['health:read']())).partner.state).toBe('ok');
});

test('nobody has to know the shop’s id: the first webhook tells it', async () => {
  await shop.stop();
  shop = await openNewShop();
  walk = await startWalk(shop);
  const { chainId, vendorId } = shop.simulator.connection();
  await walk.at('shop');
  await walk.paste(words.token, TOKEN);
  await walk.enter();
  await walk.at('address');
  await walk.choose(es.tunnelForm.providers['own-url'].name);
  await walk.paste(es.tunnelForm.publicUrl, `http://127.0.0.1:${String(shop.port)}`);
  await walk.enter();
  await walk.tabTo('button', setup.next);
  await walk.enter();
  await walk.at('secret');
  const secret = await walk.copy(setup.secret.box);
  shop.simulator.switches.set({ webhookPausesMs: [500] });
  shop.simulator.setWebhook({ url: `http://127.0.0.1:${shop.port}/webhooks/orders`, secret });
  const order = shop.simulator.orders.create();
  shop.simulator.orders.ready(order.id);
  await walk.tabTo('button', setup.back);
  await walk.enter();
  await walk.tabTo('button', setup.back);
  await walk.enter();
  await walk.at('shop');
  await walk.tabTo('button', setup.shop.useFound);
  await walk.pictures('1-shop-found');
  await walk.enter();
  await walk.tabTo('button', setup.connect);
  await walk.enter();
  await walk.until('shop', 'proven');
  const { settings } = await walk.page.evaluate(() => window.mostrador['settings:read']());
  expect(settings.shop).toMatchObject({ chainId, vendorId });
  // The order that told it was not lost: it was sent again, or found by asking.
  await shop.desktop.notifications.waitFor(
    ({ title }) => title === es.alerts.readyTitle(order.code),
    LIMIT_MS,
    'The toast',
  );
});

test('at 200 % text it is done by keyboard alone, and what has the focus is never hidden', async () => {
  await shop.stop();
  shop = await openNewShop({ desktop: { sound: true } });
  walk = await startWalk(shop);
  const { chainId, vendorId } = shop.simulator.connection();
  await walk.at('shop');
  await shop.app().app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.webContents.getURL().includes('view=setup')) continue;
      window.setContentSize(1120, 720);
      window.webContents.setZoomFactor(2);
    }
  });
  await expect
    .poll(() => walk.page.evaluate(() => window.innerWidth), { timeout: LIMIT_MS })
    .toBeLessThan(600);
  for (const [field, value] of [
    [words.chainId, chainId],
    [words.vendorId, vendorId],
    [words.token, TOKEN],
  ] as const) {
    await walk.paste(field, value);
    expect([field, await isFocusSeen()]).toEqual([field, true]);
  }
  await walk.pictures('200-shop');
  await walk.enter();
  await walk.at('address');
  await walk.pictures('200-address');
  await walk.enter();
  await walk.at('test');
  await walk.enter();
  await walk.until('test', 'proven');
  await walk.tabTo('button', setup.test.yes);
  expect(await isFocusSeen()).toBe(true);
  await walk.pictures('200-test');
  const isWide = await walk.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide).toBe(false);
});

/** Whether the element with the focus stands between the top of the window and the bar with the buttons. */
function isFocusSeen(): Promise<boolean> {
  return walk.page.evaluate(() => {
    const focused = document.activeElement?.getBoundingClientRect();
    const bar = document.querySelector('footer')?.getBoundingClientRect();
    return focused !== undefined && bar !== undefined && focused.top >= 0 && focused.bottom <= bar.top;
  });
}
