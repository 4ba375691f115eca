import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesWith } from './support/search.ts';
import { LIMIT_MS, openShop, type Shop } from './support/shop.ts';
import { windowOf } from './support/windows.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ desktop: { keyring: false } });
  await shop.start({ untilReceiving: false });
});

afterAll(() => shop?.close());

test('without a keyring the app says so as soon as it opens, and what to do', async () => {
  const settings = await windowOf(shop, 'view=settings');
  const { sentence, remedy } = shop.texts.health['keychain-unavailable'](null);
  await settings.getByText(sentence).waitFor({ timeout: LIMIT_MS });
  await settings.getByText(remedy).waitFor({ timeout: LIMIT_MS });
});

test('a token that the keyring could not take stays typed and is written to no file', async () => {
  const settings = await windowOf(shop, 'view=settings');
  const token = 'never-on-disk-0d2b71c55a90';
  const input = settings.getByRole('textbox', { name: shop.texts.settings.token });
  await input.fill(token);
  await settings.getByRole('button', { name: shop.texts.settings.save, exact: true }).click();
  const result = settings.getByRole('status');
  await result
    .getByText(shop.texts.errors.save['keychain-unavailable'].sentence)
    .waitFor({ timeout: LIMIT_MS });
  expect(await result.textContent()).toContain('La clave no se guardó.');
  expect(await input.inputValue()).toBe(token);
  expect(filesWith(shop.desktop.folder, token)).toEqual([]);
});
