import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9-token-de-la-prueba-77';
const { setup, settings: words } = es;
let shop: Shop;
let page: Page;
const count = { steps: 0, typed: 0, copies: 0 };

beforeAll(async () => {
  shop = await openShop({ secrets: false, launch: { args: [] }, settings: { shop: {} } });
  shop.simulator.access.setTokens([TOKEN]);
  shop.simulator.orders.create({ quiet: true });
  page = await shop.window('view=setup');
});
afterAll(() => shop?.stop());

const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const rail = (name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(name) });

/** Presses Tab until the field or button with this name has the focus: what cannot be reached so fails here. */
async function tabTo(role: 'textbox' | 'button' | 'radio', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: role !== 'radio' }).first();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way to ${role} "${name}" by Tab`);
}

async function typeInto(name: string, text: string): Promise<void> {
  await tabTo('textbox', name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  count.typed += 1;
}

/** One picture of a step in light and one in dark. */
async function pictures(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `setup-${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a new profile begins with the assistant, at the shop', async () => {
  await heading(setup.steps.shop).waitFor({ timeout: LIMIT_MS });
  await pictures('shop-open');
  count.steps += 1;
});

test('the address of the portal gives the chain; Enter saves and goes on', async () => {
  const { chainId } = shop.simulator.connection();
  await tabTo('textbox', words.chainId);
  // As a paste arrives: in one piece.
  await page.keyboard.insertText(`https://portal.example/chains/${chainId}/integrations`);
  count.typed += 1;
  await page.getByText(setup.shop.chainFound).waitFor({ timeout: LIMIT_MS });
  await typeInto(words.vendorId, '000001');
  await page.keyboard.press('Enter');
  await heading(setup.steps.key).waitFor({ timeout: LIMIT_MS });
  await pictures('key-open');
  count.steps += 1;
});

test('a wrong key, and then a wrong shop, are said where they can be put right', async () => {
  await typeInto(words.token, 'no-es-este-token-123');
  await page.keyboard.press('Enter');
  await page.getByText(setup.reasons['partner-unauthorized'].sentence).waitFor({ timeout: LIMIT_MS });
  await pictures('key-refused');
  await tabTo('button', words.replace);
  await page.keyboard.press('Enter');
  await typeInto(words.token, TOKEN);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => rail(setup.steps.shop).textContent(), { timeout: LIMIT_MS })
    .toContain(setup.states.failing);
  await rail(setup.steps.shop).focus();
  await page.keyboard.press('Enter');
  await heading(setup.steps.shop).waitFor({ timeout: LIMIT_MS });
  await pictures('shop-refused');
});

test('the right shop is proven by the answer, which also tells its name', async () => {
  await typeInto(words.vendorId, shop.simulator.connection().vendorId);
  await page.keyboard.press('Enter');
  await heading(setup.steps.key).waitFor({ timeout: LIMIT_MS });
  await expect
    .poll(() => rail(setup.steps.key).textContent(), { timeout: LIMIT_MS })
    .toContain(setup.states.proven);
  await pictures('key-proven');
  const view = await page.evaluate(() => window.mostrador['settings:read']());
  expect(view.settings.shop).toMatchObject({ name: shop.simulator.shops()[0]?.name, country: 'uy' });
  await page.keyboard.press('Enter');
  await heading(setup.steps.secret).waitFor({ timeout: LIMIT_MS });
  count.steps += 1;
});

test('a secret is made, copied, and proven by the first webhook that brings it', async () => {
  await pictures('secret-open');
  await tabTo('button', words.generate);
  await page.keyboard.press('Enter');
  await tabTo('button', words.copy);
  await page.keyboard.press('Enter');
  count.copies += 1;
  const copied = await shop.app().app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe(await shop.desktop.keyring.read('Mostrador', 'webhook-secret'));
  await pictures('secret-made');
  await untilReceiving(shop);
  expect(await shop.post({ order_id: 'x', status: 'READY_FOR_PICKUP' }, 'another')).toBe(401);
  await page.getByText(setup.reasons['secret-refused'].sentence).waitFor({ timeout: LIMIT_MS });
  await pictures('secret-refused');
  shop.simulator.setWebhook({ url: `http://127.0.0.1:${shop.port}/webhooks/orders`, secret: copied });
  shop.simulator.orders.ready(shop.simulator.orders.create().id);
  await page.getByText(setup.reasons['secret-proven'].sentence).waitFor({ timeout: LIMIT_MS });
  await pictures('secret-proven');
});
