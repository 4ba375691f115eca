import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';

const words = es.setup.test;
let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ desktop: { sound: true } });
});
afterAll(() => shop?.stop());

test('the test of the day opens from the tray, proves the whole way and asks what only a person can say', async () => {
  await shop.desktop.tray.choose(words.title);
  const page = await shop.window('view=day-test');
  await page.getByRole('button', { name: words.send }).click();
  const lines = page.getByRole('list', { name: words.lightsLabel }).getByRole('listitem');
  await page.getByRole('group', { name: words.asks.sound }).waitFor({ timeout: LIMIT_MS });
  expect(await lines.count()).toBe(5);
  // The desktop really got it.
  await shop.desktop.notifications.waitFor(
    ({ title, body }) => title === words.toastTitle && body === words.toastBody,
    LIMIT_MS,
    'The notification of the test',
  );
  await picture(page, 'day-test-asking');
  expect(await violationsInBothThemes(page, 'day test, asking')).toEqual([]);
  await page.getByRole('group', { name: words.asks.toasts }).getByRole('button', { name: words.yes }).click();
  await page.getByRole('group', { name: words.asks.sound }).getByRole('button', { name: words.yes }).click();
  await page.getByText(words.good, { exact: true }).waitFor({ timeout: LIMIT_MS });
  const orders = await page.evaluate(() => window.mostrador['orders:list']());
  expect(orders.filter(({ code }) => code === '')).toEqual([]);
});

test('a key that PedidosYa no longer takes fails its line, and its button opens the assistant at the key', async () => {
  shop.simulator.access.setTokens(['another']);
  const page = await shop.window('view=day-test');
  await page.getByRole('button', { name: words.again }).click();
  await page.getByRole('button', { name: es.remedies['another-key'] }).click({ timeout: LIMIT_MS });
  await picture(page, 'day-test-refused');
  expect(await violationsInBothThemes(page, 'day test, refused')).toEqual([]);
  const setup = await shop.window('view=setup');
  await setup
    .getByRole('heading', { level: 1, name: es.setup.steps.shop, exact: true })
    .waitFor({ timeout: LIMIT_MS });
  await setup.getByText(es.settings.problems.keyRefused).waitFor({ timeout: LIMIT_MS });
  expect(await setup.getByLabel(es.settings.token, { exact: true }).getAttribute('aria-invalid')).toBe(
    'true',
  );
});
