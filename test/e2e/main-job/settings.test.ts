import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { es, LIMIT_MS, openShop, picture, typeToken, untilReceiving, type Shop } from './open-shop.ts';

const TOKEN = 'un-token-que-nadie-mas-tiene-8c41d7';
let shop: Shop;
let settings: Page;

beforeAll(async () => {
  shop = await openShop({ secrets: false, launch: { args: [] }, settings: { shop: {} } });
  shop.simulator.access.setTokens([TOKEN]);
  settings = await shop.openSettings();
  await settings.getByRole('heading', { level: 1 }).waitFor({ timeout: LIMIT_MS });
});
afterAll(async () => {
  await shop.stop();
});

/** Every file of a folder, as bytes. */
function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : []));
}

/** Command line and environment of every process that belongs to the app. */
function processTexts(root: number): string[] {
  const parents = new Map<number, number>();
  for (const entry of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = fs.readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const belongs = (pid: number): boolean =>
    pid === root || (parents.has(pid) && pid > 1 && belongs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(belongs).flatMap((pid) => {
    try {
      return [
        fs.readFileSync(`/proc/${String(pid)}/cmdline`, 'latin1'),
        fs.readFileSync(`/proc/${String(pid)}/environ`, 'latin1'),
      ];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}

describe('the first settings window', () => {
  test('opens from the assistant while there is no shop, and the receiver stays closed', async () => {
    await picture(settings, 'settings-empty');
    await expect(fetch(`http://127.0.0.1:${String(shop.port)}/healthz`)).rejects.toThrow();
  });

  test('a wrong token is saved, tried by one real call, and what is wrong is said', async () => {
    const { chainId, vendorId } = shop.simulator.connection();
    await settings.getByLabel(es.settings.chainId).fill(chainId);
    await settings.getByLabel(es.settings.vendorId).fill(vendorId);
    await typeToken(settings, 'no-es-este-token-123');
    await settings.getByRole('button', { name: es.settings.saveAndTry }).click();
    await settings.getByText(es.errors.partner.unauthorized.sentence).first().waitFor({ timeout: LIMIT_MS });
    await picture(settings, 'settings-refused');
  });

  test('the right one works, and is found in the keyring and nowhere else', async () => {
    await typeToken(settings, `  Bearer ${TOKEN}\n`);
    await settings.getByRole('button', { name: es.settings.saveAndTry }).click();
    await settings.getByText(/^Funciona/).waitFor({ timeout: LIMIT_MS });
    await picture(settings, 'settings-proven');
    expect(await shop.desktop.keyring.read('Mostrador', 'partner-token')).toBe(TOKEN);
    await untilReceiving(shop);

    const files = filesUnder(shop.profileDir);
    expect(files.some((file) => file.endsWith('settings.json'))).toBe(true);
    const leaks = files.filter((file) => fs.readFileSync(file).includes(TOKEN));
    expect(leaks).toEqual([]);
    const texts = processTexts(shop.app().pid);
    expect(texts.length).toBeGreaterThan(4);
    expect(texts.filter((text) => text.includes(TOKEN))).toEqual([]);
    expect(shop.app().output()).not.toContain(TOKEN);
  });

  test('no page ever gets it back', async () => {
    const view: unknown = await settings.evaluate(() => window.mostrador['settings:read']());
    expect(JSON.stringify(view)).not.toContain(TOKEN);
    expect(view).toMatchObject({ secrets: { 'partner-token': { present: true, last4: TOKEN.slice(-4) } } });
    expect(await settings.content()).not.toContain(TOKEN);
  });

  test('the webhook secret is made and copied without any page seeing it', async () => {
    await settings.evaluate(() => window.mostrador['webhook-secret:generate']());
    await settings.evaluate(() => window.mostrador['webhook-secret:copy']({ form: 'plain' }));
    const copied = await shop.app().app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toBe(await shop.desktop.keyring.read('Mostrador', 'webhook-secret'));
    expect(copied.length).toBeGreaterThanOrEqual(32);
    expect(await shop.post({ order_id: 'x', status: 'READY_FOR_PICKUP' }, copied)).toBe(200);
  });
});
