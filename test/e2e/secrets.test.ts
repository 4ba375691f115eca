import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SecretName } from '../../src/shared/settings/settings.ts';
import { within } from '../desktop/within.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder, refresh } from './support/news.ts';
import { filesWith, processesWith, processTree, textHolds } from './support/search.ts';

const TOKEN = `tok-${randomBytes(24).toString('hex')}`;
let shop: Shop;
let settings: Page;

beforeAll(async () => {
  shop = await openShop({ secrets: false, launch: { args: [] } });
  shop.simulator.access.setTokens([TOKEN]);
  settings = await shop.openSettings();
});

afterAll(() => shop?.stop());

/** Fails when the secret lies anywhere on the shop's computer but, enciphered, in its keyring. */
async function expectNowhere(secret: string): Promise<void> {
  expectNotLeftBehind(secret);
  expect(processesWith(shop.app().pid, secret)).toEqual([]);
  // Chromium overwrites what the system would tell of its environment; main still knows what it started with.
  const started = await shop.app().app.evaluate(() => JSON.stringify([process.env, process.argv]));
  expect(started).toContain(shop.profileDir);
  expect(textHolds(started, secret)).toBe(false);
}

/** The same, once the app has ended. */
function expectNotLeftBehind(secret: string): void {
  expect(filesWith(shop.desktop.folder, secret)).toEqual([]);
  expect(textHolds(shop.app().output(), secret)).toBe(false);
}

const statusOf = (name: SecretName) =>
  settings.evaluate(async (secret) => (await window.mostrador['settings:read']()).secrets[secret], name);

async function webhookSecret(): Promise<string> {
  const secret = await shop.desktop.keyring.read('Mostrador', 'webhook-secret');
  if (secret === null) throw new Error('There is no webhook secret in the keyring.');
  return secret;
}

test('the search finds what does lie in a file and in a process', () => {
  const { pid } = shop.app();
  expect(filesWith(shop.desktop.folder, shop.simulator.connection().baseUrl)).toContain(
    `${shop.profileDir}/settings.json`,
  );
  expect(processesWith(pid, shop.profileDir)).toContain(`${pid}/cmdline`);
  // Main, its zygotes and the page.
  expect(processTree(pid).length).toBeGreaterThan(3);
});

test('a token typed into the form key by key is in the keyring, in no shape in any file or process', async () => {
  await settings.getByRole('textbox', { name: es.settings.token }).pressSequentially(TOKEN);
  await settings.getByRole('button', { name: es.settings.saveAndTry }).click();
  await settings.getByRole('status').getByText('Funciona: 0 pedidos').waitFor({ timeout: LIMIT_MS });
  expect(await shop.desktop.keyring.read('Mostrador', 'partner-token')).toBe(TOKEN);
  const status = await statusOf('partner-token');
  expect(status).toMatchObject({ present: true, last4: TOKEN.slice(-4) });
  // Nothing else is told: no field could hold more.
  expect(Object.keys(status).toSorted()).toEqual(['last4', 'present', 'savedAt']);
  await expectNowhere(TOKEN);
});

test('a webhook secret made by the button opens the webhook and lies nowhere but in the keyring', async () => {
  await settings.getByRole('button', { name: es.settings.generate }).click();
  await settings.getByText(es.settings.generated).first().waitFor({ timeout: LIMIT_MS });
  const secret = await webhookSecret();
  await untilReceiving(shop);
  shop.simulator.setWebhook({ url: `http://127.0.0.1:${shop.port}/webhooks/orders`, secret });
  await readyOrder(shop);
  expect(await statusOf('webhook-secret')).toMatchObject({ present: true, last4: secret.slice(-4) });
  expect(await settings.content()).not.toContain(secret);
  await expectNowhere(secret);
});

test('after failures, and once the app has ended and written everything, there is still no trace', async () => {
  const { desktop, simulator } = shop;
  simulator.access.setTokens([]);
  expect((await refresh(shop)).body).toContain(es.errors.partner.unauthorized.sentence);
  expect(await shop.post({ order_id: 'x' }, 'not the secret')).toBe(401);
  await desktop.tray.choose(es.tray.quit);
  expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
  expectNotLeftBehind(TOKEN);
  expectNotLeftBehind(await webhookSecret());
});
