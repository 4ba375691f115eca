import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, type Shop } from './main-job/open-shop.ts';
import { filesWith } from './support/search.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ desktop: { keyring: false }, launch: { args: [] } });
});

afterAll(() => shop?.stop());

test('without a keyring the app says so as soon as it opens, and what to do', async () => {
  const settings = await shop.openSettings();
  const { sentence, remedy } = es.health['keychain-unavailable'](null);
  await settings.getByText(sentence).waitFor({ timeout: LIMIT_MS });
  await settings.getByText(remedy).waitFor({ timeout: LIMIT_MS });
});

test('a token that the keyring could not take stays typed and is written to no file', async () => {
  const settings = await shop.openSettings();
  const token = 'never-on-disk-0d2b71c55a90';
  const input = settings.getByRole('textbox', { name: es.settings.token });
  await input.fill(token);
  await settings.getByRole('button', { name: es.settings.save, exact: true }).click();
  const result = settings.getByRole('contentinfo').getByRole('status');
  await result.getByText(es.errors.save['keychain-unavailable'].sentence).waitFor({ timeout: LIMIT_MS });
  expect(await result.textContent()).toContain('La clave no se guardó.');
  expect(await input.inputValue()).toBe(token);
  expect(filesWith(shop.desktop.folder, token)).toEqual([]);
});
