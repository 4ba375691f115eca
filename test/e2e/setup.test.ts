import { afterAll, beforeAll, expect, test } from 'vitest';
import { LINKS } from '../../src/shared/address.ts';
import { es, LIMIT_MS, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { openNewShop, startWalk, TOKEN, type Walk } from './setup/walk.ts';

const { setup, settings: words, tunnelForm } = es;
let shop: Shop;
let walk: Walk;

beforeAll(async () => {
  shop = await openNewShop({ desktop: { sound: true } });
  walk = await startWalk(shop);
});
afterAll(() => shop?.stop());

const isMarked = async (field: string, words: string): Promise<void> => {
  await walk.page.getByText(words).waitFor({ timeout: LIMIT_MS });
  expect(await walk.page.getByLabel(field, { exact: true }).getAttribute('aria-invalid')).toBe('true');
};

test('a new profile begins with the assistant, at the shop', async () => {
  await walk.at('shop');
  await walk.pictures('1-shop-open');
});

test('the portal opens in the browser of the system, and a page of nobody’s list does not', async () => {
  const { app } = shop.app();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  await walk.page.evaluate(() => window.open('https://evil.example/'));
  await walk.page.getByRole('link', { name: setup.openPortal }).click();
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened, { timeout: LIMIT_MS }).toEqual([LINKS.portal]);
});

test('the pasted address of the portal gives the chain', async () => {
  const { chainId } = shop.simulator.connection();
  await walk.paste(words.chainId, `https://portal.example/chains/${chainId}/integrations`);
  await walk.page.getByText(setup.shop.chainFound).waitFor({ timeout: LIMIT_MS });
  await walk.paste(words.vendorId, '000001');
});

test('a wrong key, and then a wrong shop, are said where they can be put right', async () => {
  await walk.paste(words.token, 'no-es-este-token-123');
  await walk.enter();
  await walk.page.getByText(setup.reasons['partner-unauthorized'].sentence).waitFor({ timeout: LIMIT_MS });
  await isMarked(words.token, words.problems.keyRefused);
  await walk.pictures('2-key-refused');
  await walk.paste(words.token, TOKEN);
  await walk.enter();
  await walk.page.getByText(setup.reasons['partner-forbidden'].remedy).waitFor({ timeout: LIMIT_MS });
  await isMarked(words.chainId, words.problems.chainRefused);
  await isMarked(words.vendorId, words.problems.vendorRefused);
  await walk.pictures('1-shop-refused');
});

test('the right shop is proven by the answer, which also tells its name', async () => {
  await walk.paste(words.vendorId, `"${shop.simulator.connection().vendorId}".`);
  await walk.enter();
  await walk.at('address');
  await walk.until('shop', 'proven');
  const view = await walk.page.evaluate(() => window.mostrador['settings:read']());
  expect(view.settings.shop).toMatchObject({ name: shop.simulator.shops()[0]?.name, country: 'uy' });
  expect(view.settings.partner.tokenLabel).toBe(setup.key.usualLabel);
});

test('an address where nobody listens says so', async () => {
  await walk.pictures('4-address-open');
  await walk.choose(tunnelForm.providers['own-url'].name);
  await walk.paste(tunnelForm.publicUrl, '127.0.0.1:9');
  await walk.enter();
  await walk.until('address', 'failing');
  await walk.pictures('4-address-failing');
  await walk.tabTo('button', setup.next);
  await walk.enter();
  await walk.at('secret');
  expect(await walk.copy(setup.address.urlBox)).toBe('http://127.0.0.1:9/webhooks/orders');
});

test('the test shows which part of the way is broken', async () => {
  await walk.tabTo('button', setup.next);
  await walk.enter();
  await walk.at('test');
  await walk.pictures('5-test-open');
  await walk.enter();
  await walk.until('test', 'failing');
  // Offered with the first test, and not declined.
  const { loginItem } = await walk.page.evaluate(() => window.mostrador['computer:read']());
  expect(loginItem.kind).toBe('on');
  const light = walk.page.getByRole('listitem').filter({ hasText: setup.test.lights.tunnel });
  await light.getByText(es.tunnel.errors.unreachable('ECONNREFUSED').remedy).waitFor({ timeout: LIMIT_MS });
  await walk.pictures('5-test-failing');
});

test('an address that leads here is proven end to end', async () => {
  // The line's own button leads to where it is put right.
  await walk.tabTo('button', es.remedies['check-address']);
  await walk.enter();
  await walk.at('address');
  await walk.paste(tunnelForm.publicUrl, `http://127.0.0.1:${shop.port}`);
  await walk.enter();
  await walk.until('address', 'proven');
  await walk.pictures('4-address-proven');
  await walk.enter();
  await walk.at('secret');
});

test('a secret was made with the address; it is copied, and proven by the first webhook that brings it', async () => {
  const secret = await walk.copy(setup.secret.box);
  expect(secret).toBe(await shop.desktop.keyring.read('Mostrador', 'webhook-secret'));
  await walk.pictures('3-secret-made');
  await untilReceiving(shop);
  for (const id of ['x', 'y']) {
    expect(await shop.post({ order_id: id, status: 'READY_FOR_PICKUP' }, 'another')).toBe(401);
  }
  await walk.page.getByText(setup.reasons['secret-refused'].sentence).waitFor({ timeout: LIMIT_MS });
  await walk.pictures('3-secret-refused');
  shop.simulator.setWebhook({ url: `http://127.0.0.1:${shop.port}/webhooks/orders`, secret });
  shop.simulator.orders.ready(shop.simulator.orders.create().id);
  await walk.page.getByText(setup.reasons['secret-proven'].sentence).waitFor({ timeout: LIMIT_MS });
});

test('another secret overlaps with the one that PedidosYa still sends, until the change is ended', async () => {
  const before = await shop.desktop.keyring.read('Mostrador', 'webhook-secret');
  await walk.tabTo('button', setup.secret.rotate);
  await walk.enter();
  await walk.tabTo('button', setup.secret.rotateYes);
  await walk.enter();
  await walk.page.getByText(setup.secret.overlapTitle).waitFor({ timeout: LIMIT_MS });
  shop.simulator.orders.ready(shop.simulator.orders.create().id);
  await walk.page.getByText(setup.reasons['secret-previous'].sentence).waitFor({ timeout: LIMIT_MS });
  await walk.pictures('3-secret-overlap');
  expect(await shop.post({ order_id: 'x', status: 'READY_FOR_PICKUP' }, before)).toBe(200);
  await walk.tabTo('button', setup.secret.endOverlap);
  await walk.enter();
  await walk.tabTo('button', setup.secret.endYes);
  await walk.enter();
  await walk.page.getByText(setup.secret.ended).waitFor({ timeout: LIMIT_MS });
  expect(await shop.post({ order_id: 'y', status: 'READY_FOR_PICKUP' }, before)).toBe(401);
});

test('with the address and its password the whole way is proven', async () => {
  await walk.tabTo('button', setup.next);
  await walk.enter();
  await walk.at('test');
  await walk.enter();
  await walk.until('test', 'proven');
  await walk.pictures('5-test-proven');
  const orders = await walk.page.evaluate(() => window.mostrador['orders:list']());
  expect(orders.filter(({ code }) => code === '')).toEqual([]);
});

test('the cases tick themselves from what arrives', async () => {
  const secret = await shop.desktop.keyring.read('Mostrador', 'webhook-secret');
  if (secret === null) throw new Error('There is no secret');
  shop.simulator.setWebhook({ url: `http://127.0.0.1:${shop.port}/webhooks/orders`, secret });
  await walk.tabTo('button', setup.next);
  await walk.enter();
  await walk.at('cases');
  await walk.pictures('6-cases-some');
  for (const name of ['T1', 'T2', 'T4', 'T5', 'T6'] as const) await shop.simulator.runScenario(name);
  await walk.tabTo('button', setup.cases.askSingle);
  await walk.enter();
  await walk.until('cases', 'proven');
  const rows = await walk.page.getByRole('row').allTextContents();
  expect(rows).toHaveLength(8);
  for (const row of rows.slice(1)) expect(row).toMatch(/\d{4}.*\d\d\/\d\d \d\d:\d\d/);
  await walk.pictures('6-cases-proven');
});

test('on paper there is the list and whose it is, and nothing of the window', async () => {
  await walk.page.emulateMedia({ media: 'print' });
  await walk.page.getByText(setup.cases.printed).waitFor({ timeout: LIMIT_MS });
  expect(await walk.page.getByRole('navigation').isVisible()).toBe(false);
  expect(await walk.page.getByRole('button', { name: setup.cases.print }).isVisible()).toBe(false);
  await walk.pictures('6-cases-paper');
  const pages = await shop.app().app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().includes('view=setup'),
    );
    const pdf = (await window?.webContents.printToPDF({ pageSize: 'A4' }))?.toString('latin1') ?? '';
    return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  });
  expect(pages).toBe(1);
  await walk.page.emulateMedia({ media: null });
});

test('the last step opens the counter, and what is proven is still proven after a restart', async () => {
  await walk.tabTo('button', setup.openCounter);
  await walk.enter();
  const counter = await shop.window('view=counter');
  await counter.getByRole('tab').first().waitFor({ timeout: LIMIT_MS });
  await shop.app().stop();
  await shop.launch();
  await shop.openCounter();
  await (await shop.window('view=counter')).evaluate(() => window.mostrador['window:open-setup']());
  const again = await shop.window('view=setup');
  const rail = again.getByRole('navigation');
  await expect
    .poll(() => rail.getByText(setup.states.proven).count(), { timeout: LIMIT_MS })
    .toBeGreaterThanOrEqual(4);
});
